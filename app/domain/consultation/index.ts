export * from './document';
export * from './listing';
export * from './plan';
export * from './publishing';
export * from './state';
export * from './tabs';
export * from './public-consultation';
export * from './public-list';
