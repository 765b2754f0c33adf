export * from './about-forms';
export * from './item-fate';
export * from './journey';
export * from './publishing-form';
export * from './respondent-about';
export * from './response-draft';
export * from './time-needed';
