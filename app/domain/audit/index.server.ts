export * from './audit-queries.server';
export { exportAudit } from './export-audit.server';
export * from './record-audit.server';
export { verifyAgainst, writeLatestLinks, type SavedLink } from './saved-links.server';
export { verifyChain, type BrokenLink, type Verified } from './verify-audit.server';
