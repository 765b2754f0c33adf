export * from './arrival';
export * from './received-moment';
export * from './postmark';
export * from './arrival-form';
export * from './line-forms';
