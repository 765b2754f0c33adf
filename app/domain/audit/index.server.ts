export * from './record-audit.server';
