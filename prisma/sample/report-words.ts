import type { FindingInput } from '~/domain/feedback/finding-input';
import type { Localized } from '~/domain/translation';
import { words } from './common-words';

/** The themes under which the free texts of chapter 1 were read. */
export const THEMES = {
  meetings: words('Committees meet seldom', 'Anaml y mae pwyllgorau’n cyfarfod', 'کمیٹیاں کم ملتی ہیں'),
  paper: words('Notice on paper', 'Rhybudd ar bapur', 'کاغذ پر اطلاع'),
  urgent: words('Small and urgent matters', 'Materion bach a brys', 'چھوٹے اور فوری معاملات'),
  languages: words(
    'Other languages on the same day',
    'Ieithoedd eraill ar yr un diwrnod',
    'اسی دن دوسری زبانیں',
  ),
  change: words('What can still be changed', 'Beth y gellir ei newid o hyd', 'ابھی کیا بدلا جا سکتا ہے'),
  checking: words('Who checks', 'Pwy sy’n gwirio', 'جانچ کون کرے'),
} as const satisfies Record<string, Localized>;
export type ThemeKey = keyof typeof THEMES;

/** How the analyst read each text: by a word in it. */
export function themesIn(text: string): ThemeKey[] {
  const marks: Array<[RegExp, ThemeKey[]]> = [
    [/committee|volunteers/, ['meetings']],
    [/board|letter/, ['paper']],
    [/urgent/, ['urgent']],
    [/Gymraeg|اردو/, ['meetings', 'languages']],
    [/can still be changed/, ['change']],
    [/checks/, ['checking']],
  ];
  return marks.find(([mark]) => mark.test(text))?.[1] ?? [];
}

type SampleFinding = Pick<FindingInput, 'said' | 'stance' | 'decision'> &
  Partial<FindingInput> & { theme?: ThemeKey; actionDay?: number };

/** What was said, what was decided, what is done: one finding for each theme and question that matters. */
export const FINDINGS: SampleFinding[] = [
  {
    questionId: 'weeks',
    said: words(
      'Most of those who answered want eight weeks’ notice.',
      'Mae’r rhan fwyaf o’r rhai a atebodd am gael wyth wythnos o rybudd.',
      'جواب دینے والوں میں سے زیادہ تر آٹھ ہفتے کی اطلاع چاہتے ہیں۔',
    ),
    stance: 'accepted',
    decision: words(
      'The code says eight weeks.',
      'Mae’r cod yn dweud wyth wythnos.',
      'ضابطہ آٹھ ہفتے کہتا ہے۔',
    ),
    action: words(
      'The forward plan is published on the first of each month.',
      'Cyhoeddir y blaengynllun ar y cyntaf o bob mis.',
      'آئندہ کا منصوبہ ہر مہینے کی پہلی تاریخ کو شائع ہوتا ہے۔',
    ),
    actionBy: 'Partnership office',
    actionDay: -150,
    isActionDone: true,
  },
  {
    questionId: 'where',
    said: words(
      'Notices in village halls were asked for as often as e-mail.',
      'Gofynnwyd am hysbysiadau mewn neuaddau pentref mor aml ag e-bost.',
      'گاؤں کے ہال میں اعلان اتنا ہی مانگا گیا جتنی ای میل۔',
    ),
    stance: 'accepted',
    decision: words('Both are used.', 'Defnyddir y ddau.', 'دونوں استعمال ہوں گے۔'),
    action: words(
      'Every hall gets the monthly notice on paper.',
      'Mae pob neuadd yn cael yr hysbysiad misol ar bapur.',
      'ہر ہال کو ماہانہ اعلان کاغذ پر ملتا ہے۔',
    ),
    actionBy: 'Wyreford Voluntary Action',
    actionDay: 60,
  },
  {
    theme: 'meetings',
    said: words(
      'Four weeks fall between two meetings of most committees.',
      'Mae pedair wythnos yn syrthio rhwng dau gyfarfod y rhan fwyaf o bwyllgorau.',
      'چار ہفتے زیادہ تر کمیٹیوں کے دو اجلاسوں کے درمیان گزر جاتے ہیں۔',
    ),
    stance: 'accepted',
    decision: words(
      'This is why eight weeks were chosen.',
      'Dyma pam y dewiswyd wyth wythnos.',
      'اسی لیے آٹھ ہفتے چنے گئے۔',
    ),
    action: words(
      'The dates of committees are kept beside the forward plan.',
      'Cedwir dyddiadau’r pwyllgorau wrth ymyl y blaengynllun.',
      'کمیٹیوں کی تاریخیں آئندہ کے منصوبے کے ساتھ رکھی جاتی ہیں۔',
    ),
    actionBy: 'Partnership office',
    actionDay: -160,
    isActionDone: true,
  },
  {
    theme: 'paper',
    said: words(
      'Many members of small groups have no e-mail.',
      'Nid oes gan lawer o aelodau grwpiau bach e-bost.',
      'چھوٹے گروپوں کے بہت سے ارکان کے پاس ای میل نہیں۔',
    ),
    stance: 'accepted',
    decision: words('Paper notice stays.', 'Mae rhybudd papur yn aros.', 'کاغذی اطلاع برقرار رہے گی۔'),
    action: words(
      'A letter goes to every group that asks for one.',
      'Mae llythyr yn mynd i bob grŵp sy’n gofyn am un.',
      'ہر اس گروپ کو خط جائے گا جو مانگے۔',
    ),
    actionBy: 'Wyreford Borough Council',
    actionDay: 30,
  },
  {
    theme: 'urgent',
    said: words(
      'Small and urgent matters cannot wait eight weeks.',
      'Ni all materion bach a brys aros wyth wythnos.',
      'چھوٹے اور فوری معاملات آٹھ ہفتے انتظار نہیں کر سکتے۔',
    ),
    stance: 'partly-accepted',
    decision: words(
      'Urgent matters may be shorter, with reasons that are published.',
      'Caiff materion brys fod yn fyrrach, gyda rhesymau a gyhoeddir.',
      'فوری معاملات کم مدت کے ہو سکتے ہیں، وجوہات شائع کر کے۔',
    ),
    whyNot: words(
      'Small matters are not left out: nobody could say what small is.',
      'Ni adewir materion bach allan: ni allai neb ddweud beth yw bach.',
      'چھوٹے معاملات باہر نہیں رکھے گئے: کوئی نہیں بتا سکا کہ چھوٹا کیا ہے۔',
    ),
  },
  {
    theme: 'languages',
    said: words(
      'Notice in Welsh and Urdu should come on the same day.',
      'Dylai rhybudd yn Gymraeg ac Wrdw ddod ar yr un diwrnod.',
      'ویلش اور اردو میں اطلاع اسی دن آنی چاہیے۔',
    ),
    stance: 'accepted',
    decision: words('The same day is promised.', 'Addewir yr un diwrnod.', 'اسی دن کا وعدہ ہے۔'),
    action: words(
      'A second translator is found for each language.',
      'Ceir ail gyfieithydd ar gyfer pob iaith.',
      'ہر زبان کے لیے دوسرا مترجم تلاش کیا جائے گا۔',
    ),
    actionBy: 'Ashmere Villages Together',
    actionDay: 45,
  },
];

/** What has no finding of its own, and why; published. */
export const REASONS: Array<{
  kind: 'theme' | 'question';
  id?: string;
  themes?: ThemeKey[];
  reason: Localized;
}> = [
  {
    kind: 'theme',
    themes: ['change', 'checking'],
    reason: words(
      'This is the subject of chapters 3 and 4 and is decided there.',
      'Dyma bwnc penodau 3 a 4 a phenderfynir arno yno.',
      'یہ ابواب 3 اور 4 کا موضوع ہے اور فیصلہ وہیں ہوگا۔',
    ),
  },
  {
    kind: 'question',
    id: 'overall',
    reason: words(
      'It shows how the chapter was received and asks for no decision.',
      'Mae’n dangos sut y derbyniwyd y bennod ac nid yw’n gofyn am benderfyniad.',
      'یہ دکھاتا ہے کہ باب کیسا لگا، اس پر فیصلے کی ضرورت نہیں۔',
    ),
  },
  {
    kind: 'question',
    id: 'place',
    reason: words(
      'It was asked to see who answered.',
      'Fe’i gofynnwyd i weld pwy a atebodd.',
      'یہ اس لیے پوچھا گیا کہ معلوم ہو کس نے جواب دیا۔',
    ),
  },
];

/** The report's own texts. */
export const REPORT_WORDS = {
  introduction: words(
    'Thank you to everyone who answered. Every answer was read by a person.',
    'Diolch i bawb a atebodd. Darllenwyd pob ateb gan berson.',
    'جواب دینے والوں کا شکریہ۔ ہر جواب ایک انسان نے پڑھا۔',
  ),
  decision: words(
    'The board adopted chapter 1 with eight weeks’ notice.',
    'Mabwysiadodd y bwrdd bennod 1 gydag wyth wythnos o rybudd.',
    'بورڈ نے باب 1 آٹھ ہفتے کی اطلاع کے ساتھ منظور کیا۔',
  ),
  howReached: words(
    'The board met in public, had read this report, and voted without dissent.',
    'Cyfarfu’r bwrdd yn gyhoeddus, wedi darllen yr adroddiad hwn, a phleidleisiodd heb wrthwynebiad.',
    'بورڈ نے کھلے اجلاس میں، یہ رپورٹ پڑھ کر، بغیر کسی اختلاف کے ووٹ دیا۔',
  ),
  nextSteps: words(
    'The chapter applies from the first of next month. This page shows each promise until it is kept.',
    'Mae’r bennod yn gymwys o’r cyntaf o’r mis nesaf. Mae’r dudalen hon yn dangos pob addewid nes ei gadw.',
    'یہ باب اگلے مہینے کی پہلی تاریخ سے لاگو ہے۔ یہ صفحہ ہر وعدہ پورا ہونے تک دکھاتا ہے۔',
  ),
  lessons: words(
    'We asked too late in the summer. Next time we begin in spring.',
    'Gofynnom yn rhy hwyr yn yr haf. Y tro nesaf dechreuwn yn y gwanwyn.',
    'ہم نے گرمیوں میں دیر سے پوچھا۔ اگلی بار بہار میں شروع کریں گے۔',
  ),
};
