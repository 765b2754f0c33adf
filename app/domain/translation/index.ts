export * from './localized';
export * from './with-text';
export * from './translation-status';
export * from './lost-facts';
export * from './changed-words';
export * from './addresses';
export * from './in-order';
export * from './isolated';
