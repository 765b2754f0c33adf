export * from './link-code';
