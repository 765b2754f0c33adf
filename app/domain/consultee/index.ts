export * from './consultee';
export * from './notice-content';
