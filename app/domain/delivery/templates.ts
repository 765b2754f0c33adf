/** Whom a published report is sent to: the message says why it comes. */
export const REPORT_AUDIENCES = ['respondent', 'consultee', 'body'] as const;
export type ReportAudience = (typeof REPORT_AUDIENCES)[number];

/** Every message of the hub, by its template in `emails/`, and the ids a delivery carries for it; the rest is looked up when it is sent. */
export interface MessageProps {
  receipt: { responseId: string };
  'response-withdrawn': { responseId: string };
  'resume-link': { draftId: string };
  'consultee-notice': { noticeId: string };
  'consultee-reminder': { noticeId: string };
  'consultee-extension': { noticeId: string };
  'consultee-outcome': { noticeId: string };
  'contest-decided': { noticeId: string };
  'report-published': { consultationId: string; audience: ReportAudience };
  'problem-reply': { problemId: string };
  'approval-asked': { requestId: string };
  'approval-decided': { requestId: string };
  invitation: { userId: string; invitationId: string };
  'password-link': { userId: string; linkId: string };
}

export type Template = keyof MessageProps;
