export { claimSlug } from './claim-slug.server';
export { type AccessibleConsultation, consultationFor } from './consultation-access.server';
export { findWorkingTitle } from './consultation-queries.server';
export { createRequest } from './create-request.server';
export { frozenDocument } from './frozen-document.server';
export { POST_OPEN_UNTIL } from './public-sql.server';
export { publishedDocument } from './published-document.server';
export { type ApprovalDecision, requestToDecide, settleRequest } from './settle-approval.server';
