export * from './texts-of-document';
export * from './translation-progress';
export * from './translation-problems';
export * from './translation-pages';
export * from './typed-translations';
