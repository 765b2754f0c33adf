export * from './keying-sample';
export * from './keyed-entry';
export * from './keying-form';
export * from './provenance';
export * from './keyed-publishing';
export * from './compare-entries';
export * from './check-forms';
