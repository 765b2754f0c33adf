export * from './localized';
