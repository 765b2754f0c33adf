import { index, layout, route, type RouteConfig, type RouteConfigEntry } from '@react-router/dev/routes';

/** The whole site map. Every address exists once per language: English without prefix, `/cy/…`, `/ur/…`. */
function addresses(language: string): RouteConfigEntry[] {
  const id = (name: string) => ({ id: `${language}/${name}` });
  return [
    // Reading
    index('routes/public/home.tsx', id('home')),
    route('consultations', 'routes/public/consultation-list.tsx', id('consultation-list')),
    route('consultations/:slug', 'routes/public/consultation.tsx', id('public-consultation')),
    route(
      'consultations/:slug/questions',
      'routes/public/consultation-questions.tsx',
      id('consultation-questions'),
    ),
    route('consultations/:slug/report', 'routes/public/feedback-report.tsx', id('feedback-report')),
    route('consultations/:slug/problem', 'routes/public/report-problem.tsx', id('report-problem')),
    route('consultations/:slug/problem/sent', 'routes/public/problem-sent.tsx', id('problem-sent')),
    route('c/:code', 'routes/public/pass-on-link.ts', id('pass-on-link')),
    route('help', 'routes/public/help.tsx', id('help')),
    route('accessibility', 'routes/public/accessibility.tsx', id('accessibility')),
    route('privacy', 'routes/public/privacy.tsx', id('privacy')),
    route('counting', 'routes/public/counting.tsx', id('counting')),

    // Answering
    route('respond/:slug', 'routes/respond/start.tsx', id('respond')),
    route('respond/:slug/section/:sectionId', 'routes/respond/section.tsx', id('respond-section')),
    route('respond/:slug/about', 'routes/respond/about.tsx', id('respond-about')),
    route('respond/:slug/organisation', 'routes/respond/organisation.tsx', id('respond-organisation')),
    route('respond/:slug/publishing', 'routes/respond/publishing.tsx', id('respond-publishing')),
    route('respond/:slug/check', 'routes/respond/check.tsx', id('respond-check')),
    route('respond/:slug/equality', 'routes/respond/equality.tsx', id('respond-equality')),
    route('respond/:slug/receipt', 'routes/respond/receipt.tsx', id('respond-receipt')),
    route('respond/:slug/save', 'routes/respond/save.tsx', id('respond-save')),
    route('respond/:slug/resume', 'routes/respond/resume.tsx', id('respond-resume')),
    route('respond/:slug/resume/:token', 'routes/respond/resume-link.ts', id('resume-link')),
    route('respond/:slug/clear', 'routes/respond/clear.tsx', id('respond-clear')),
    route('respond/:slug/cleared', 'routes/respond/cleared.tsx', id('respond-cleared')),
    route('your-response', 'routes/respond/find-response.tsx', id('your-response')),
    route('your-response/status', 'routes/respond/response-status.tsx', id('response-status')),
    route('your-response/change', 'routes/respond/change.tsx', id('change-response')),
    route('your-response/withdraw', 'routes/respond/withdraw.tsx', id('withdraw')),

    // Consultees, who come through the link of a notice
    route('notice/:token', 'routes/consultee/notice-link.ts', id('notice-link')),
    route('consultee', 'routes/consultee/home.tsx', id('consultee')),
    route('consultee/answer', 'routes/consultee/answer.tsx', id('consultee-answer')),
    route('consultee/help', 'routes/consultee/help.tsx', id('consultee-help')),
    route('consultee/contest', 'routes/consultee/contest.tsx', id('consultee-contest')),
    route('consultee/finish', 'routes/consultee/finish.ts', id('consultee-finish')),
    route('consultee/finished', 'routes/consultee/finished.tsx', id('consultee-finished')),

    // Accounts
    route('sign-in', 'routes/account/sign-in.tsx', id('sign-in')),
    route('sign-in/code', 'routes/account/sign-in-code.tsx', id('sign-in-code')),
    route('sign-in/forgotten', 'routes/account/forgotten-password.tsx', id('forgotten-password')),
    route('password', 'routes/account/new-password.tsx', id('new-password')),
    route('password/:token', 'routes/account/password-link.tsx', id('password-link')),
    route('sign-out', 'routes/account/sign-out.tsx', id('sign-out')),
    route('invitation', 'routes/account/invitation.tsx', id('invitation')),
    route('invitation/:token', 'routes/account/invitation-link.tsx', id('invitation-link')),
    layout('routes/account/layout.tsx', id('account-layout'), [
      route('account', 'routes/account/account.tsx', id('account')),
      route('account/password', 'routes/account/password.tsx', id('password')),
      route('account/second-factor', 'routes/account/second-factor.tsx', id('second-factor')),
      route('account/backup-codes', 'routes/account/backup-codes.tsx', id('backup-codes')),
    ]),

    // Staff: everything in here is seen by signed-in people only
    layout('routes/officer/layout.tsx', id('staff'), [
      route('officer', 'routes/officer/dashboard.tsx', id('officer')),
      route('admin', 'routes/admin/bodies.tsx', id('admin')),
      route('admin/bodies/new', 'routes/admin/new-body.tsx', id('new-body')),
      route('admin/undelivered', 'routes/admin/undelivered.tsx', id('undelivered')),
      route('admin/bodies/:id', 'routes/admin/body.tsx', id('body')),
      route('admin/bodies/:id/invite', 'routes/admin/invite.tsx', id('invite')),
      route('admin/bodies/:id/people/:userId', 'routes/admin/person.tsx', id('person')),

      // Infrastructure bodies
      route('network', 'routes/network/list.tsx', id('network')),
      route('network/:id', 'routes/network/consultation.tsx', id('network-consultation')),

      route('officer/consultations/new', 'routes/officer/new-consultation.tsx', id('new-consultation')),

      route('officer/consultations/import', 'routes/officer/file/import.tsx', id('import-consultation')),

      // One consultation
      route('officer/consultations/:id', 'routes/officer/consultation-layout.tsx', id('consultation'), [
        route('passing-on', 'routes/officer/passing-on.tsx', id('passing-on')),

        // Consultees, their notices and the silence procedure
        route('consultees', 'routes/officer/consultees/register.tsx', id('consultees')),
        route('consultees/add', 'routes/officer/consultees/add.tsx', id('add-consultee')),
        route('consultees/import', 'routes/officer/consultees/import.tsx', id('import-consultees')),
        route('consultees/send', 'routes/officer/consultees/send.tsx', id('send-notices')),
        route('consultees/letters', 'routes/officer/consultees/letters.tsx', id('letters-due')),
        route(
          'consultees/letters/respondents',
          'routes/officer/consultees/report-letters.tsx',
          id('report-letters'),
        ),
        route(
          'consultees/:consulteeId',
          'routes/officer/consultees/consultee.tsx',
          id('consultee-register-line'),
        ),
        route('consultees/:consulteeId/edit', 'routes/officer/consultees/edit.tsx', id('edit-consultee')),
        route(
          'consultees/:consulteeId/notice',
          'routes/officer/consultees/another-notice.tsx',
          id('another-notice'),
        ),
        route(
          'consultees/:consulteeId/notices/:noticeId',
          'routes/officer/consultees/notice.tsx',
          id('notice'),
        ),
        route(
          'consultees/:consulteeId/letter/:noticeId',
          'routes/officer/consultees/letter.tsx',
          id('letter'),
        ),
        route('consultees/:consulteeId/reply', 'routes/officer/consultees/reply.tsx', id('record-reply')),
        route(
          'consultees/:consulteeId/request',
          'routes/officer/consultees/request.tsx',
          id('record-request'),
        ),
        route(
          'consultees/:consulteeId/requests/:requestId',
          'routes/officer/consultees/fulfil.tsx',
          id('fulfil-request'),
        ),
        route(
          'consultees/:consulteeId/extension',
          'routes/officer/consultees/extension.tsx',
          id('extension'),
        ),
        route(
          'consultees/:consulteeId/withdrawal',
          'routes/officer/consultees/withdrawal.tsx',
          id('withdrawal'),
        ),
        route(
          'consultees/:consulteeId/contest',
          'routes/officer/consultees/contest.tsx',
          id('record-contest'),
        ),
        route(
          'consultees/:consulteeId/contests/:contestId',
          'routes/officer/consultees/contest-decision.tsx',
          id('decide-contest'),
        ),

        // Planning, publishing, correcting, and the audit trail
        index('routes/officer/consultation-overview.tsx', id('consultation-overview')),
        route('plan/:section?', 'routes/officer/plan.tsx', id('plan')),
        route('approval', 'routes/officer/approval.tsx', id('approval')),
        route('corrections', 'routes/officer/corrections.tsx', id('corrections')),
        route('audit', 'routes/officer/audit.tsx', id('audit')),
        route('audit/export', 'routes/officer/audit-export.ts', id('audit-export')),

        // What arrives: the register, keying, checking, late entries, people who may be at risk
        route('arrivals', 'routes/officer/arrivals/register.tsx', id('arrivals')),
        route('arrivals/:arrivalId', 'routes/officer/arrivals/line.tsx', id('arrival')),
        route('arrivals/:arrivalId/scan', 'routes/officer/arrivals/scan.ts', id('scan')),
        route('key', 'routes/officer/arrivals/next.ts', id('key-next')),
        route('key/:arrivalId', 'routes/officer/keying/key.tsx', id('key')),
        route('checks', 'routes/officer/checks/list.tsx', id('checks')),
        route('checks/:responseId', 'routes/officer/checks/check.tsx', id('check')),
        route('late', 'routes/officer/late/register.tsx', id('late')),
        route('late/:responseId', 'routes/officer/late/decide.tsx', id('decide-late')),
        route('risk', 'routes/officer/risk/queue.tsx', id('risk')),
        route('risk/flag', 'routes/officer/risk/flag.tsx', id('flag-risk')),
        route('risk/:flagId', 'routes/officer/risk/entry.tsx', id('risk-entry')),

        // What was answered: results, counting, reading, each response, and the report on it all
        route('results', 'routes/officer/results/results.tsx', id('results')),
        route('counting', 'routes/officer/results/counting.tsx', id('staff-counting')),
        route('responses', 'routes/officer/responses/list.tsx', id('responses')),
        route('responses.csv', 'routes/officer/responses/export.ts', id('responses-csv')),
        route('responses-columns.csv', 'routes/officer/responses/describe.ts', id('responses-columns-csv')),
        route('responses/:responseId', 'routes/officer/responses/response.tsx', id('response')),
        route('reading', 'routes/officer/reading/overview.tsx', id('reading')),
        route('reading/:questionId', 'routes/officer/reading/read.tsx', id('read')),
        route('reading/:questionId/texts', 'routes/officer/reading/texts.tsx', id('read-texts')),
        route('reading/consultees/replies', 'routes/officer/reading/replies.tsx', id('replies')),
        route('codebook/:questionId', 'routes/officer/reading/codebook.tsx', id('codebook')),
        route('codebook/:questionId/:themeId', 'routes/officer/reading/theme.tsx', id('theme')),
        route('suggestions/:questionId', 'routes/officer/reading/suggestions.tsx', id('suggestions')),
        route('report', 'routes/officer/report/progress.tsx', id('report')),
        route('report/texts', 'routes/officer/report/texts.tsx', id('report-texts')),
        route('report/findings/new', 'routes/officer/report/new-finding.tsx', id('new-finding')),
        route('report/findings/:findingId', 'routes/officer/report/finding.tsx', id('finding')),
        route(
          'report/findings/:findingId/quotations',
          'routes/officer/report/quotations.tsx',
          id('quotations'),
        ),
        route('report/reasons', 'routes/officer/report/reasons.tsx', id('reasons')),
        route('report/delay', 'routes/officer/report/delay.tsx', id('feedback-delay')),
        route('report/preview', 'routes/officer/report/preview.tsx', id('report-preview')),

        // The questions, their languages, and the whole as one file
        route('questions', 'routes/officer/questions/list.tsx', id('questions')),
        route('questions/:questionId', 'routes/officer/questions/question.tsx', id('question')),
        route('questions/sections/:sectionId', 'routes/officer/questions/section.tsx', id('section')),
        route(
          'questions/sections/:sectionId/add',
          'routes/officer/questions/add-question.tsx',
          id('add-question'),
        ),
        route(
          'questions/asked-when/:kind/:itemId',
          'routes/officer/questions/asked-when.tsx',
          id('asked-when'),
        ),
        route(
          'questions/remove/:kind/:itemId',
          'routes/officer/questions/remove-item.tsx',
          id('remove-item'),
        ),
        route('preview/:language?', 'routes/officer/preview.tsx', id('preview')),
        route('languages', 'routes/officer/languages/overview.tsx', id('languages')),
        route('languages/:language', 'routes/officer/languages/editor.tsx', id('translation')),
        route('languages/:language/report', 'routes/officer/languages/report.tsx', id('report-translation')),
        route('file', 'routes/officer/file/download.ts', id('consultation-file')),

        // Problems that readers report
        route('problems', 'routes/officer/problems.tsx', id('problems')),
        route('problems/:problem', 'routes/officer/problem-reply.tsx', id('problem-reply')),
      ]),
    ]),

    // The sample hub only
    route('mailbox', 'routes/sample/mailbox.tsx', id('mailbox')),
    route('mailbox/:id', 'routes/sample/message.tsx', id('message')),
    route('rehearsal', 'routes/sample/rehearsal.tsx', id('rehearsal')),

    // Unknown addresses
    route('*', 'routes/public/not-found.tsx', id('not-found')),
  ];
}

export default [
  ...addresses('en'),
  route('cy', 'routes/language.tsx', { id: 'cy' }, addresses('cy')),
  route('ur', 'routes/language.tsx', { id: 'ur' }, addresses('ur')),
] satisfies RouteConfig;
