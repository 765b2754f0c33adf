import { can, type Ability, type Actor } from '~/domain/identity';
import type { Everything } from './one-of-everything';

/** What a signed-in person finds: the page, or the refusal that tells them least. */
type Answer = 'allowed' | 403 | 404;
export type Access = (actor: Actor, bodyId: string) => Answer;

/** For people of the consultation's bodies with one of these abilities; of other bodies it is kept that it exists. */
function having(...abilities: Ability[]): Access {
  return (actor, bodyId) => {
    if (!can(actor, 'see', [bodyId])) return 404;
    return abilities.some((ability) => can(actor, ability, [bodyId])) ? 'allowed' : 403;
  };
}
const signedIn: Access = () => 'allowed';
const administrators: Access = ({ isAdministrator }) => (isAdministrator ? 'allowed' : 403);
const infrastructureBodies: Access = ({ memberships }) =>
  memberships.some(({ isInfrastructure }) => isInfrastructure) ? 'allowed' : 403;
const writersOfAnyBody: Access = (actor) =>
  can(
    actor,
    'write',
    actor.memberships.map(({ bodyId }) => bodyId),
  )
    ? 'allowed'
    : 403;

/** Who may do what at an address, spelt out. */
export type RouteLine = {
  at: (things: Everything) => string;
  opens: Access;
  /** What the address answers those who may open it, where that is not a page. */
  answers?: 302;
  /** Only where the address takes forms. */
  sends?: Access;
  /** Sent empty, the form does what it is there for. */
  worksEmpty?: true;
};

const open =
  (path: string | ((things: Everything) => string)) =>
  (things: Everything): string =>
    `/officer/consultations/${things.open.id}${typeof path === 'string' ? path : path(things)}`;
const draft = (path: string) => (things: Everything) => `/officer/consultations/${things.draft.id}${path}`;
const closed =
  (path: string | ((things: Everything) => string)) =>
  (things: Everything): string =>
    `/officer/consultations/${things.closed.id}${typeof path === 'string' ? path : path(things)}`;
const consultee = (path: string | ((things: Everything) => string)) =>
  open((things) => `/consultees/${things.consultee}${typeof path === 'string' ? path : path(things)}`);
const ownBody = (path: string) => (things: Everything) => `/admin/bodies/${things.body.id}${path}`;

/** Every address that is for signed-in people only, by the id of its route. */
export const STAFF_ROUTES: Record<string, RouteLine> = {
  // One's own account
  account: { at: () => '/account', opens: signedIn, sends: signedIn },
  password: { at: () => '/account/password', opens: signedIn, sends: signedIn },
  'second-factor': { at: () => '/account/second-factor', opens: signedIn, sends: signedIn },
  'backup-codes': {
    at: () => '/account/backup-codes',
    opens: signedIn,
    answers: 302,
    sends: signedIn,
    worksEmpty: true,
  },

  // The hub
  officer: { at: () => '/officer', opens: signedIn },
  network: { at: () => '/network', opens: infrastructureBodies },
  'network-consultation': {
    at: (things) => `/network/${things.open.id}`,
    opens: infrastructureBodies,
    sends: infrastructureBodies,
  },
  admin: { at: () => '/admin', opens: administrators },
  'new-body': { at: () => '/admin/bodies/new', opens: administrators, sends: administrators },
  undelivered: { at: () => '/admin/undelivered', opens: administrators, sends: administrators },
  body: { at: ownBody(''), opens: administrators },
  invite: { at: ownBody('/invite'), opens: administrators, sends: administrators },
  person: {
    at: (things) => `/admin/bodies/${things.body.id}/people/${things.people.translator.userId}`,
    opens: administrators,
    sends: administrators,
  },
  'new-consultation': {
    at: () => '/officer/consultations/new',
    opens: signedIn, // and says who could give them what they lack
    sends: writersOfAnyBody,
  },
  'import-consultation': {
    at: () => '/officer/consultations/import',
    opens: writersOfAnyBody,
    sends: writersOfAnyBody,
  },

  // Preparing
  'consultation-overview': { at: open(''), opens: having('see') },
  plan: { at: draft('/plan/case'), opens: having('see'), sends: having('write'), worksEmpty: true },
  approval: { at: draft('/approval'), opens: having('see'), sends: having('write', 'approve') },
  questions: { at: draft('/questions'), opens: having('see'), sends: having('write'), worksEmpty: true },
  question: { at: draft('/questions/comment'), opens: having('write'), sends: having('write') },
  section: { at: draft('/questions/sections/hours'), opens: having('write'), sends: having('write') },
  'add-question': {
    at: draft('/questions/sections/more/add'),
    opens: having('write'),
    sends: having('write'),
  },
  'asked-when': {
    at: draft('/questions/asked-when/question/why-evenings'),
    opens: having('write'),
    sends: having('write'),
  },
  'remove-item': {
    at: draft('/questions/remove/question/why-evenings'),
    opens: having('write'),
    sends: having('write'),
    worksEmpty: true,
  },
  preview: { at: draft('/preview'), opens: having('see'), sends: having('see'), worksEmpty: true },
  languages: {
    at: draft('/languages'),
    opens: having('translate'),
    sends: having('write'),
    worksEmpty: true,
  },
  translation: {
    at: draft('/languages/cy'),
    opens: having('translate'),
    sends: having('translate'),
    worksEmpty: true,
  },
  'report-translation': {
    at: closed('/languages/cy/report'),
    opens: having('translate'),
    sends: having('translate'),
    worksEmpty: true,
  },
  'consultation-file': { at: draft('/file'), opens: having('see') },

  // Consultees
  consultees: { at: open('/consultees'), opens: having('write', 'approve', 'register') },
  'add-consultee': { at: open('/consultees/add'), opens: having('write'), sends: having('write') },
  'import-consultees': { at: open('/consultees/import'), opens: having('write'), sends: having('write') },
  'send-notices': { at: open('/consultees/send'), opens: having('write'), sends: having('write') },
  'letters-due': { at: open('/consultees/letters'), opens: having('write', 'register') },
  'consultee-register-line': { at: consultee(''), opens: having('write', 'approve', 'register') },
  'edit-consultee': {
    at: consultee('/edit'),
    opens: having('write', 'register'),
    sends: having('write', 'register'),
    worksEmpty: true,
  },
  'another-notice': { at: consultee('/notice'), opens: having('write'), sends: having('write') },
  notice: {
    at: open(({ byPost, letter }) => `/consultees/${byPost}/notices/${letter}`),
    opens: having('write', 'approve', 'register'),
    sends: having('write', 'register'),
  },
  letter: {
    at: open(({ byPost, letter }) => `/consultees/${byPost}/letter/${letter}`),
    opens: having('write', 'register'),
  },
  'record-reply': {
    at: consultee('/reply'),
    opens: having('write', 'register'),
    sends: having('write', 'register'),
  },
  'record-request': {
    at: consultee('/request'),
    opens: having('write', 'register'),
    sends: having('write', 'register'),
  },
  'fulfil-request': {
    at: consultee(({ request }) => `/requests/${request}`),
    opens: having('write', 'register'),
    sends: having('write', 'register'),
  },
  extension: { at: consultee('/extension'), opens: having('approve'), sends: having('approve') },
  withdrawal: {
    at: open(({ leaving }) => `/consultees/${leaving}/withdrawal`),
    opens: having('write', 'register'),
    sends: having('write', 'register'),
    worksEmpty: true,
  },
  'record-contest': {
    at: consultee('/contest'),
    opens: having('write', 'register'),
    sends: having('write', 'register'),
  },
  'decide-contest': {
    at: consultee(({ contest }) => `/contests/${contest}`),
    opens: having('approve'),
    sends: having('approve'),
  },

  'passing-on': { at: open('/passing-on'), opens: having('write', 'approve'), sends: having('write') },

  // Collecting
  arrivals: { at: open('/arrivals'), opens: having('register', 'approve'), sends: having('register') },
  arrival: {
    at: open(({ arrival }) => `/arrivals/${arrival}`),
    opens: having('register', 'approve'),
    sends: having('register', 'approve'),
  },
  scan: {
    at: open(({ arrival }) => `/arrivals/${arrival}/scan`),
    opens: having('register', 'approve', 'handle-risk'),
  },
  'key-next': {
    at: open('/key'),
    opens: having('register'),
    answers: 302,
    sends: having('register'),
    worksEmpty: true,
  },
  key: { at: open(({ toKey }) => `/key/${toKey}`), opens: having('register'), sends: having('register') },
  checks: { at: open('/checks'), opens: having('register') },
  check: {
    at: open(({ response }) => `/checks/${response}`),
    opens: having('register'),
    sends: having('register'),
    worksEmpty: true,
  },
  late: { at: closed('/late'), opens: having('decide-late', 'register') },
  'decide-late': {
    at: closed(({ late }) => `/late/${late}`),
    opens: having('decide-late', 'register'),
    sends: having('decide-late'),
  },

  // Understanding
  results: { at: closed('/results'), opens: having('see-results') },
  'staff-counting': {
    at: closed('/counting'),
    opens: having('see-results'),
    sends: having('see-results'),
  },
  responses: { at: closed('/responses'), opens: having('read', 'approve') },
  'responses-csv': { at: closed('/responses.csv'), opens: having('read') },
  'responses-columns-csv': { at: closed('/responses-columns.csv'), opens: having('read') },
  response: {
    at: closed(({ read }) => `/responses/${read}`),
    opens: having('read', 'approve'),
    sends: having('read'),
  },
  reading: { at: closed('/reading'), opens: having('read') },
  read: { at: closed('/reading/comment'), opens: having('read'), sends: having('read') },
  'read-texts': { at: closed('/reading/comment/texts'), opens: having('read'), sends: having('read') },
  'report-letters': {
    at: ({ reported }) => `/officer/consultations/${reported.id}/consultees/letters/respondents`,
    opens: having('see-contacts'),
    sends: having('see-contacts'),
  },
  replies: { at: open('/reading/consultees/replies'), opens: having('read'), sends: having('read') },
  codebook: { at: closed('/codebook/comment'), opens: having('read'), sends: having('read') },
  theme: {
    at: closed(({ theme }) => `/codebook/comment/${theme}`),
    opens: having('read'),
    sends: having('read'),
  },
  suggestions: { at: closed('/suggestions/comment'), opens: having('read'), sends: having('read') },

  // Reporting
  report: { at: closed('/report'), opens: having('report', 'approve'), sends: having('report', 'approve') },
  'report-texts': {
    at: closed('/report/texts'),
    opens: having('report'),
    sends: having('report'),
    worksEmpty: true,
  },
  'new-finding': { at: closed('/report/findings/new'), opens: having('report'), sends: having('report') },
  finding: {
    at: closed(({ finding }) => `/report/findings/${finding}`),
    opens: having('report'),
    sends: having('report'),
  },
  quotations: {
    at: closed(({ finding }) => `/report/findings/${finding}/quotations`),
    opens: having('report'),
    sends: having('report'),
  },
  reasons: { at: closed('/report/reasons'), opens: having('report'), sends: having('report') },
  'feedback-delay': { at: closed('/report/delay'), opens: having('write'), sends: having('write') },
  'report-preview': { at: closed('/report/preview'), opens: having('report', 'approve') },

  // Keeping
  corrections: { at: open('/corrections'), opens: having('see'), sends: having('write', 'approve') },
  problems: { at: open('/problems'), opens: having('write', 'approve') },
  'problem-reply': {
    at: open(({ problem }) => `/problems/${problem}`),
    opens: having('write'),
    sends: having('write'),
  },
  risk: { at: open('/risk'), opens: having('handle-risk') },
  'flag-risk': {
    at: open(({ toKey }) => `/risk/flag?arrival=${toKey}`),
    opens: having('flag-risk'),
    sends: having('flag-risk'),
  },
  'risk-entry': {
    at: open(({ flag }) => `/risk/${flag}`),
    opens: having('handle-risk'),
    sends: having('handle-risk'),
  },
  audit: { at: open('/audit'), opens: having('read-audit') },
  'audit-export': { at: open('/audit/export'), opens: having('read-audit') },
};

/** Every address that needs no account, with whose cookies its form is sent; what it shows has tests of its own. */
export const PUBLIC_ROUTES: readonly string[] = [
  'home',
  'consultation-list',
  'public-consultation',
  'consultation-questions',
  'feedback-report',
  'report-problem',
  'problem-sent',
  'pass-on-link',
  'help',
  'accessibility',
  'privacy',
  'counting',
  'respond',
  'respond-section',
  'respond-about',
  'respond-organisation',
  'respond-publishing',
  'respond-check',
  'respond-equality',
  'respond-receipt',
  'respond-save',
  'respond-resume',
  'resume-link',
  'respond-clear',
  'respond-cleared',
  'your-response',
  'response-status',
  'change-response',
  'withdraw',
  'notice-link',
  'consultee',
  'consultee-answer',
  'consultee-help',
  'consultee-contest',
  'consultee-finish',
  'consultee-finished',
  'sign-in',
  'sign-in-code',
  'forgotten-password',
  'new-password',
  'password-link',
  'sign-out',
  'invitation',
  'invitation-link',
  'mailbox',
  'message',
  'rehearsal',
  'not-found',
];
