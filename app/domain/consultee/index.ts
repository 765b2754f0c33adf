export * from './consultee';
export * from './notice-content';
export * from './reminder-days-of';
