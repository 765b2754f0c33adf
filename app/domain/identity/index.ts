export * from './actor';
export * from './body';
export * from './password';
export * from './permission';
export * from './roles-schema';
