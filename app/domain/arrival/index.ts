export * from './arrival';
export * from './received-moment';
export * from './postmark';
export * from './scan-file';
