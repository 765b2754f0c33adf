/** Why somebody has to look at once: the writer or another may come to harm, or a third person is named. */
export const RISK_KINDS = ['at-risk', 'third-person'] as const;
export type RiskKind = (typeof RISK_KINDS)[number];
