export * from './listed-consultation';
