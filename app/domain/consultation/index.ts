export * from './document';
export * from './listing';
export * from './state';
export * from './tabs';
