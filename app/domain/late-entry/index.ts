export * from './lateness';
