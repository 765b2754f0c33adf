export { writeRiskFlags } from './flag-risk.server';
export { linkRiskFlags } from './link-risk-flags.server';
