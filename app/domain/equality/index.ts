export * from './equality-questions';
export * from './read-equality-answers';
