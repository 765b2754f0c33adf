import type { ConsultationDocument } from '~/domain/consultation';
import { words } from './common-words';
import { agreementOnChapter, lastSection } from './shared-questions';

export type Chapter = Pick<
  ConsultationDocument,
  'title' | 'summary' | 'purpose' | 'openToChange' | 'options' | 'topics' | 'questionnaire'
> &
  Partial<Pick<ConsultationDocument, 'silence'>>;

/** Reported: what came of it can be read. */
const notice: Chapter = {
  title: words(
    'A draft code of practice, chapter 1: telling people in good time',
    'Cod ymarfer drafft, pennod 1: rhoi gwybod i bobl mewn da bryd',
    'ضابطۂ عمل کا مسودہ، باب 1: لوگوں کو بروقت بتانا',
  ),
  summary: words(
    'How early should public bodies say that they are going to ask? This chapter sets how long before, where, and to whom.',
    'Pa mor gynnar y dylai cyrff cyhoeddus ddweud eu bod am ofyn? Mae’r bennod hon yn gosod pa mor hir ymlaen llaw, ble, ac i bwy.',
    'سرکاری اداروں کو کتنا پہلے بتانا چاہیے کہ وہ پوچھنے والے ہیں؟ یہ باب طے کرتا ہے کہ کتنا پہلے، کہاں اور کسے بتایا جائے۔',
  ),
  purpose: words(
    'Groups that meet once a month cannot answer well when they hear of a question after it was asked. We want early notice that everyone can count on.',
    'Ni all grwpiau sy’n cyfarfod unwaith y mis ateb yn dda pan glywant am gwestiwn ar ôl iddo gael ei ofyn. Rydym am gael rhybudd cynnar y gall pawb ddibynnu arno.',
    'جو گروپ مہینے میں ایک بار ملتے ہیں وہ اچھا جواب نہیں دے سکتے جب انہیں سوال پوچھے جانے کے بعد خبر ملے۔ ہم ایسی پیشگی اطلاع چاہتے ہیں جس پر سب بھروسا کر سکیں۔',
  ),
  openToChange: words(
    'How many weeks ahead notice is given, where it is published, and which small decisions are left out.',
    'Sawl wythnos ymlaen llaw y rhoddir rhybudd, ble y caiff ei gyhoeddi, a pha benderfyniadau bach sy’n cael eu gadael allan.',
    'کتنے ہفتے پہلے اطلاع دی جائے، کہاں شائع ہو، اور کون سے چھوٹے فیصلے اس سے باہر رہیں۔',
  ),
  topics: ['notice'],
  options: [
    {
      id: 'four-weeks',
      title: words('Four weeks’ notice', 'Pedair wythnos o rybudd', 'چار ہفتے کی اطلاع'),
      description: words(
        'Every consultation is announced at least four weeks before it opens.',
        'Cyhoeddir pob ymgynghoriad o leiaf bedair wythnos cyn iddo agor.',
        'ہر مشاورت کا اعلان کھلنے سے کم از کم چار ہفتے پہلے کیا جائے۔',
      ),
    },
    {
      id: 'eight-weeks',
      title: words('Eight weeks’ notice', 'Wyth wythnos o rybudd', 'آٹھ ہفتے کی اطلاع'),
      description: words(
        'Eight weeks, so that committees that meet every two months hear of it.',
        'Wyth wythnos, fel bod pwyllgorau sy’n cyfarfod bob deufis yn clywed amdano.',
        'آٹھ ہفتے، تاکہ ہر دو ماہ بعد ملنے والی کمیٹیوں کو بھی خبر ہو جائے۔',
      ),
    },
    {
      id: 'no-rule',
      title: words('No fixed time', 'Dim amser penodol', 'کوئی مقررہ مدت نہیں'),
      description: words(
        'Each body decides for itself.',
        'Mae pob corff yn penderfynu drosto’i hun.',
        'ہر ادارہ خود فیصلہ کرے۔',
      ),
      whyRejected: words(
        'This is what happens now, and it is what people complained about.',
        'Dyma sy’n digwydd nawr, a dyma’r hyn y cwynodd pobl amdano.',
        'اب یہی ہوتا ہے، اور لوگوں نے اسی کی شکایت کی ہے۔',
      ),
    },
  ],
  questionnaire: {
    sections: [
      {
        id: 'time',
        title: words('How early', 'Pa mor gynnar', 'کتنا پہلے'),
        questions: [
          {
            id: 'weeks',
            type: 'single-choice',
            label: words(
              'How much notice should there be before a consultation opens?',
              'Faint o rybudd ddylai fod cyn i ymgynghoriad agor?',
              'مشاورت کھلنے سے پہلے کتنی اطلاع ہونی چاہیے؟',
            ),
            isRequired: true,
            hasOther: true,
            choices: [
              { id: 'four-weeks', label: words('Four weeks', 'Pedair wythnos', 'چار ہفتے') },
              { id: 'eight-weeks', label: words('Eight weeks', 'Wyth wythnos', 'آٹھ ہفتے') },
              { id: 'dont-know', label: words('I do not know', 'Nid wyf yn gwybod', 'مجھے معلوم نہیں') },
            ],
          },
          {
            id: 'where',
            type: 'multiple-choice',
            label: words(
              'Where should it be announced?',
              'Ble y dylid ei gyhoeddi?',
              'اعلان کہاں ہونا چاہیے؟',
            ),
            hint: words(
              'Choose all that would reach you.',
              'Dewiswch bob un a fyddai’n eich cyrraedd.',
              'وہ سب منتخب کریں جو آپ تک پہنچیں۔',
            ),
            isRequired: false,
            choices: [
              { id: 'letter', label: words('By letter', 'Drwy lythyr', 'خط کے ذریعے') },
              { id: 'email', label: words('By e-mail', 'Drwy e-bost', 'ای میل کے ذریعے') },
              {
                id: 'hall',
                label: words(
                  'On the board in village halls',
                  'Ar yr hysbysfwrdd mewn neuaddau pentref',
                  'گاؤں کے ہال کے تختے پر',
                ),
              },
              {
                id: 'paper',
                label: words('In the free paper', 'Yn y papur rhad ac am ddim', 'مفت اخبار میں'),
              },
            ],
          },
          agreementOnChapter,
        ],
      },
      lastSection,
    ],
  },
};

/** Closed: consultees in every outcome; what was said is being read. */
const silence: Chapter = {
  title: words(
    'A draft code of practice, chapter 2: time to answer, and what silence means',
    'Cod ymarfer drafft, pennod 2: amser i ateb, ac ystyr tawelwch',
    'ضابطۂ عمل کا مسودہ، باب 2: جواب کے لیے وقت، اور خاموشی کا مطلب',
  ),
  summary: words(
    'Twelve weeks to answer as a rule, and a fair way to go on when a partner who signed the code says nothing.',
    'Deuddeg wythnos i ateb fel rheol, a ffordd deg o fwrw ymlaen pan nad yw partner a lofnododd y cod yn dweud dim.',
    'جواب کے لیے عام طور پر بارہ ہفتے، اور آگے بڑھنے کا ایک منصفانہ طریقہ جب ضابطے پر دستخط کرنے والا کوئی شریک کچھ نہ کہے۔',
  ),
  purpose: words(
    'Partners need enough time to ask their own members. They also need to know when a matter is settled.',
    'Mae ar bartneriaid angen digon o amser i ofyn i’w haelodau eu hunain. Mae angen iddynt wybod hefyd pryd mae mater wedi’i setlo.',
    'شراکت داروں کو اپنے ارکان سے پوچھنے کے لیے کافی وقت چاہیے۔ انہیں یہ بھی معلوم ہونا چاہیے کہ معاملہ کب طے ہوا۔',
  ),
  openToChange: words(
    'The number of weeks, the reminders, and how a silent partner is told what was recorded.',
    'Nifer yr wythnosau, y nodiadau atgoffa, a sut y dywedir wrth bartner tawel beth a gofnodwyd.',
    'ہفتوں کی تعداد، یاددہانیاں، اور یہ کہ خاموش شریک کو کیسے بتایا جائے کہ کیا درج ہوا۔',
  ),
  topics: ['time', 'silence'],
  options: [
    {
      id: 'twelve',
      title: words('Twelve weeks', 'Deuddeg wythnos', 'بارہ ہفتے'),
      description: words(
        'Twelve weeks for every consultation, with published reasons when it is shorter.',
        'Deuddeg wythnos ar gyfer pob ymgynghoriad, gyda rhesymau cyhoeddedig pan fydd yn fyrrach.',
        'ہر مشاورت کے لیے بارہ ہفتے، اور کم ہوں تو وجوہات شائع کی جائیں۔',
      ),
    },
    {
      id: 'eight',
      title: words(
        'Eight weeks for small matters',
        'Wyth wythnos ar gyfer materion bach',
        'چھوٹے معاملات کے لیے آٹھ ہفتے',
      ),
      description: words(
        'Twelve weeks, but eight when fewer than ten organisations are concerned.',
        'Deuddeg wythnos, ond wyth pan fo llai na deg mudiad dan sylw.',
        'بارہ ہفتے، مگر دس سے کم تنظیمیں متعلق ہوں تو آٹھ۔',
      ),
    },
  ],
  silence: {
    proposition: words(
      'Partners have twelve weeks to answer, unless reasons for a shorter time are published.',
      'Mae gan bartneriaid ddeuddeg wythnos i ateb, oni chyhoeddir rhesymau dros gyfnod byrrach.',
      'شراکت داروں کے پاس جواب کے لیے بارہ ہفتے ہوں گے، جب تک کم مدت کی وجوہات شائع نہ ہوں۔',
    ),
    periodDays: 56,
    objectionEndsForAll: false,
    contestDays: 28,
    isStatutory: false,
  },
  questionnaire: {
    sections: [
      {
        id: 'weeks',
        title: words('Time to answer', 'Amser i ateb', 'جواب کے لیے وقت'),
        questions: [
          {
            id: 'period',
            type: 'single-choice',
            label: words(
              'Which rule should the code have?',
              'Pa reol ddylai fod yn y cod?',
              'ضابطے میں کون سا اصول ہونا چاہیے؟',
            ),
            isRequired: true,
            hasOther: true,
            choices: [
              {
                id: 'twelve',
                label: words('Always twelve weeks', 'Deuddeg wythnos bob amser', 'ہمیشہ بارہ ہفتے'),
              },
              {
                id: 'eight',
                label: words(
                  'Eight for small matters',
                  'Wyth ar gyfer materion bach',
                  'چھوٹے معاملات کے لیے آٹھ',
                ),
              },
              { id: 'dont-know', label: words('I do not know', 'Nid wyf yn gwybod', 'مجھے معلوم نہیں') },
            ],
          },
          {
            id: 'why-eight',
            type: 'long-text',
            label: words(
              'Which matters are small enough for eight weeks?',
              'Pa faterion sy’n ddigon bach ar gyfer wyth wythnos?',
              'کون سے معاملات آٹھ ہفتوں کے لیے کافی چھوٹے ہیں؟',
            ),
            isRequired: false,
            showWhen: { match: 'any', tests: [{ question: 'period', isAnyOf: ['eight'] }] },
          },
          {
            id: 'meetings',
            type: 'number',
            label: words(
              'How many weeks lie between two meetings of your committee?',
              'Sawl wythnos sydd rhwng dau gyfarfod o’ch pwyllgor?',
              'آپ کی کمیٹی کے دو اجلاسوں کے درمیان کتنے ہفتے ہوتے ہیں؟',
            ),
            isRequired: false,
            minimum: 1,
            maximum: 52,
          },
          agreementOnChapter,
        ],
      },
      lastSection,
    ],
  },
};

/** Open: can be answered now. */
const heard: Chapter = {
  title: words(
    'A draft code of practice, chapter 3: an equal chance to be heard',
    'Cod ymarfer drafft, pennod 3: cyfle cyfartal i gael eich clywed',
    'ضابطۂ عمل کا مسودہ، باب 3: سنے جانے کا برابر موقع',
  ),
  summary: words(
    'How those who are seldom asked can take part: other formats, help to answer, and meetings at a time and place that suit them.',
    'Sut y gall y rhai na ofynnir iddynt yn aml gymryd rhan: fformatau eraill, help i ateb, a chyfarfodydd ar amser ac mewn lle sy’n addas iddynt.',
    'جن سے کم پوچھا جاتا ہے وہ کیسے حصہ لیں: دوسری شکلیں، جواب دینے میں مدد، اور ان کے لیے مناسب وقت اور جگہ پر اجلاس۔',
  ),
  purpose: words(
    'The same people answer most consultations. The partners want to know what would let others answer too, and what they should promise.',
    'Yr un bobl sy’n ateb y rhan fwyaf o ymgynghoriadau. Mae’r partneriaid am wybod beth fyddai’n gadael i eraill ateb hefyd, a beth y dylent ei addo.',
    'زیادہ تر مشاورتوں کا جواب وہی لوگ دیتے ہیں۔ شراکت دار جاننا چاہتے ہیں کہ کیا چیز دوسروں کو بھی جواب دینے دے گی، اور انہیں کیا وعدہ کرنا چاہیے۔',
  ),
  openToChange: words(
    'Which formats are always offered, which help is promised, and who pays for interpreters.',
    'Pa fformatau a gynigir bob amser, pa help a addewir, a phwy sy’n talu am gyfieithwyr.',
    'کون سی شکلیں ہمیشہ پیش کی جائیں، کس مدد کا وعدہ ہو، اور ترجمان کا خرچ کون دے۔',
  ),
  topics: ['equality'],
  options: [
    {
      id: 'on-request',
      title: words('Help when asked for', 'Help pan ofynnir amdano', 'مانگنے پر مدد'),
      description: words(
        'Any format or interpreter within ten working days of asking.',
        'Unrhyw fformat neu gyfieithydd o fewn deg diwrnod gwaith i ofyn.',
        'مانگنے کے دس کام کے دنوں میں کوئی بھی شکل یا ترجمان۔',
      ),
    },
    {
      id: 'always',
      title: words('Four formats always', 'Pedwar fformat bob amser', 'چار شکلیں ہمیشہ'),
      description: words(
        'Large print, Easy Read, audio and a film in sign language from the first day, for every consultation.',
        'Print bras, Hawdd ei Ddeall, sain a ffilm mewn iaith arwyddion o’r diwrnod cyntaf, ar gyfer pob ymgynghoriad.',
        'ہر مشاورت کے لیے پہلے دن سے بڑے حروف، آسان تحریر، آواز اور اشاروں کی زبان میں فلم۔',
      ),
    },
    {
      id: 'web-only',
      title: words('The web alone', 'Y we yn unig', 'صرف ویب'),
      description: words('Answers on the web only.', 'Atebion ar y we yn unig.', 'صرف ویب پر جوابات۔'),
      whyRejected: words(
        'One household in nine here has no internet.',
        'Nid oes rhyngrwyd gan un o bob naw cartref yma.',
        'یہاں ہر نو میں سے ایک گھر میں انٹرنیٹ نہیں۔',
      ),
    },
  ],
  silence: {
    proposition: words(
      'Each partner offers any format or interpreter within ten working days of being asked.',
      'Mae pob partner yn cynnig unrhyw fformat neu gyfieithydd o fewn deg diwrnod gwaith i gais.',
      'ہر شریک درخواست کے دس کام کے دنوں میں کوئی بھی شکل یا ترجمان فراہم کرتا ہے۔',
    ),
    periodDays: 56,
    objectionEndsForAll: false,
    contestDays: 28,
    isStatutory: false,
  },
  questionnaire: {
    sections: [
      {
        id: 'taking-part',
        title: words('Taking part', 'Cymryd rhan', 'حصہ لینا'),
        introduction: words(
          'Think of the last time somebody asked for your views.',
          'Meddyliwch am y tro diwethaf i rywun ofyn am eich barn.',
          'اُس آخری موقع کو یاد کریں جب کسی نے آپ کی رائے پوچھی۔',
        ),
        questions: [
          {
            id: 'answered',
            type: 'single-choice',
            label: words(
              'Did you answer the last consultation that concerned you?',
              'A wnaethoch chi ateb yr ymgynghoriad diwethaf a oedd yn berthnasol i chi?',
              'کیا آپ نے اپنے سے متعلق آخری مشاورت کا جواب دیا تھا؟',
            ),
            isRequired: true,
            choices: [
              { id: 'yes', label: words('Yes', 'Do', 'ہاں') },
              { id: 'no', label: words('No', 'Naddo', 'نہیں') },
              {
                id: 'none',
                label: words('I did not hear of one', 'Ni chlywais am un', 'مجھے کسی کا علم نہیں ہوا'),
              },
            ],
          },
          {
            id: 'hindered',
            type: 'multiple-choice',
            label: words(
              'What kept you from answering?',
              'Beth a’ch rhwystrodd rhag ateb?',
              'آپ کو جواب دینے سے کس چیز نے روکا؟',
            ),
            isRequired: false,
            hasOther: true,
            choices: [
              { id: 'time', label: words('It was too short', 'Roedd yn rhy fyr', 'وقت بہت کم تھا') },
              { id: 'language', label: words('The language', 'Yr iaith', 'زبان') },
              {
                id: 'format',
                label: words(
                  'It came in a form I cannot use',
                  'Daeth mewn ffurf na allaf ei defnyddio',
                  'وہ ایسی شکل میں تھی جو میں استعمال نہیں کر سکتا',
                ),
              },
              {
                id: 'doubt',
                label: words(
                  'I did not think it would matter',
                  'Nid oeddwn yn meddwl y byddai’n cyfrif',
                  'مجھے نہیں لگا کہ اس سے فرق پڑے گا',
                ),
              },
            ],
            showWhen: { match: 'any', tests: [{ question: 'answered', isAnyOf: ['no'] }] },
          },
          {
            id: 'tell-more',
            type: 'short-text',
            label: words('What would have helped?', 'Beth fyddai wedi helpu?', 'کیا چیز مدد دیتی؟'),
            isRequired: false,
            showWhen: {
              match: 'any',
              tests: [
                { question: 'answered', isAnyOf: ['none'] },
                { question: 'hindered', isAnyOf: ['format', 'language'] },
              ],
            },
          },
        ],
      },
      {
        id: 'promise',
        title: words('What to promise', 'Beth i’w addo', 'کیا وعدہ کیا جائے'),
        questions: [
          {
            id: 'option',
            type: 'single-choice',
            label: words(
              'Which promise should the code make?',
              'Pa addewid ddylai’r cod ei wneud?',
              'ضابطے کو کون سا وعدہ کرنا چاہیے؟',
            ),
            isRequired: true,
            hasOther: true,
            choices: [
              {
                id: 'on-request',
                label: words('Help when asked for', 'Help pan ofynnir amdano', 'مانگنے پر مدد'),
              },
              {
                id: 'always',
                label: words('Four formats always', 'Pedwar fformat bob amser', 'چار شکلیں ہمیشہ'),
              },
              { id: 'dont-know', label: words('I do not know', 'Nid wyf yn gwybod', 'مجھے معلوم نہیں') },
            ],
          },
          {
            id: 'requests',
            type: 'agreement-scale',
            option: 'on-request',
            label: words(
              'Ten working days are soon enough',
              'Mae deg diwrnod gwaith yn ddigon buan',
              'دس کام کے دن کافی جلد ہیں',
            ),
            isRequired: false,
          },
          {
            id: 'meeting-day',
            type: 'date',
            label: words(
              'When did you last go to a public meeting?',
              'Pryd aethoch chi i gyfarfod cyhoeddus ddiwethaf?',
              'آپ آخری بار کسی عوامی اجلاس میں کب گئے تھے؟',
            ),
            isRequired: false,
          },
          agreementOnChapter,
        ],
      },
      lastSection,
    ],
  },
};

/** Forthcoming: announced, opens in three weeks. */
const cameOfIt: Chapter = {
  title: words(
    'A draft code of practice, chapter 4: saying what came of it',
    'Cod ymarfer drafft, pennod 4: dweud beth a ddaeth o’r peth',
    'ضابطۂ عمل کا مسودہ، باب 4: یہ بتانا کہ کیا نتیجہ نکلا',
  ),
  summary: words(
    'When and how those who answered are told what was decided, and who follows the promises until they are kept.',
    'Pryd a sut y dywedir wrth y rhai a atebodd beth a benderfynwyd, a phwy sy’n dilyn yr addewidion nes eu cadw.',
    'جواب دینے والوں کو کب اور کیسے بتایا جائے کہ کیا فیصلہ ہوا، اور وعدے پورے ہونے تک ان پر نظر کون رکھے۔',
  ),
  purpose: words(
    'People stop answering when they never hear back. This chapter promises a report, and a public list of what is still owed.',
    'Mae pobl yn rhoi’r gorau i ateb pan nad ydynt byth yn clywed yn ôl. Mae’r bennod hon yn addo adroddiad, a rhestr gyhoeddus o’r hyn sy’n ddyledus o hyd.',
    'لوگ جواب دینا چھوڑ دیتے ہیں جب انہیں کبھی جواب نہیں ملتا۔ یہ باب ایک رپورٹ کا وعدہ کرتا ہے، اور ایک عوامی فہرست کا کہ کیا باقی ہے۔',
  ),
  openToChange: words(
    'How soon the report comes, what it must say, and how promises are followed.',
    'Pa mor fuan y daw’r adroddiad, beth y mae’n rhaid iddo ei ddweud, a sut y dilynir addewidion.',
    'رپورٹ کتنی جلد آئے، اس میں کیا ہونا چاہیے، اور وعدوں پر نظر کیسے رکھی جائے۔',
  ),
  topics: ['feedback'],
  options: [
    {
      id: 'twelve-weeks',
      title: words(
        'A report within twelve weeks',
        'Adroddiad o fewn deuddeg wythnos',
        'بارہ ہفتوں میں رپورٹ',
      ),
      description: words(
        'Twelve weeks after closing, or the reason for the delay is published.',
        'Deuddeg wythnos ar ôl cau, neu cyhoeddir y rheswm dros yr oedi.',
        'بند ہونے کے بارہ ہفتے بعد، ورنہ تاخیر کی وجہ شائع کی جائے۔',
      ),
    },
    {
      id: 'with-decision',
      title: words('A report with the decision', 'Adroddiad gyda’r penderfyniad', 'فیصلے کے ساتھ رپورٹ'),
      description: words(
        'The report comes when the decision is made, however long that takes.',
        'Daw’r adroddiad pan wneir y penderfyniad, pa mor hir bynnag y cymer hynny.',
        'رپورٹ فیصلہ ہونے پر آئے، چاہے جتنا وقت لگے۔',
      ),
    },
  ],
  questionnaire: {
    sections: [
      {
        id: 'report',
        title: words('The report', 'Yr adroddiad', 'رپورٹ'),
        questions: [
          {
            id: 'when',
            type: 'single-choice',
            label: words(
              'When should the report come?',
              'Pryd y dylai’r adroddiad ddod?',
              'رپورٹ کب آنی چاہیے؟',
            ),
            isRequired: true,
            choices: [
              {
                id: 'twelve-weeks',
                label: words(
                  'A report within twelve weeks',
                  'Adroddiad o fewn deuddeg wythnos',
                  'بارہ ہفتوں میں رپورٹ',
                ),
              },
              {
                id: 'with-decision',
                label: words(
                  'A report with the decision',
                  'Adroddiad gyda’r penderfyniad',
                  'فیصلے کے ساتھ رپورٹ',
                ),
              },
              { id: 'dont-know', label: words('I do not know', 'Nid wyf yn gwybod', 'مجھے معلوم نہیں') },
            ],
          },
          agreementOnChapter,
        ],
      },
      lastSection,
    ],
  },
};

/** A draft still being written: half translated, with a question that depends on another, and much that is missing. */
const together = {
  title: words(
    'A draft code of practice, chapter 5: asking together',
    'Cod ymarfer drafft, pennod 5: gofyn gyda’n gilydd',
    'ضابطۂ عمل کا مسودہ، باب 5: مل کر پوچھنا',
  ),
  summary: {
    en: 'Two bodies often ask the same people the same thing within a month. This chapter says when they should ask together.',
    cy: 'Mae dau gorff yn aml yn gofyn yr un peth i’r un bobl o fewn mis. Mae’r bennod hon yn dweud pryd y dylent ofyn gyda’i gilydd.',
  },
  purpose: {
    en: 'People tire of being asked twice, and answers that lie in two drawers help nobody.',
  },
  topics: ['joint work'],
  questionnaire: {
    sections: [
      {
        id: 'twice',
        title: words('Asked twice', 'Gofyn ddwywaith', 'دو بار پوچھا گیا'),
        questions: [
          {
            id: 'asked-twice',
            type: 'single-choice',
            label: words(
              'Have you been asked the same thing by two bodies?',
              'A yw dau gorff wedi gofyn yr un peth i chi?',
              'کیا دو اداروں نے آپ سے ایک ہی بات پوچھی ہے؟',
            ),
            isRequired: true,
            choices: [
              { id: 'often', label: words('Often', 'Yn aml', 'اکثر') },
              { id: 'once', label: words('Once', 'Unwaith', 'ایک بار') },
              { id: 'never', label: words('Never', 'Byth', 'کبھی نہیں') },
              { id: 'dont-know', label: words('I do not know', 'Nid wyf yn gwybod', 'مجھے معلوم نہیں') },
            ],
          },
          {
            id: 'who-asked',
            type: 'long-text',
            label: { en: 'Who asked, and what about?' },
            isRequired: false,
            showWhen: { match: 'any', tests: [{ question: 'asked-twice', isAnyOf: ['often', 'once'] }] },
          },
        ],
      },
    ],
  },
} satisfies Partial<Chapter>;

/** The chapters of the draft code, each a consultation of its own in another state. */
export const chapters = { notice, silence, heard, cameOfIt, together };
