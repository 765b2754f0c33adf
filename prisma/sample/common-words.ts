import type { ConsultationDocument } from '~/domain/consultation';

/** A text in the three languages of the sample. */
export const words = (en: string, cy: string, ur: string) => ({ en, cy, ur });

/** What the chapters of the draft code have in common: written for this sample, about places that do not exist. */
export const common = {
  format: 'consultation-hub/1',
  originalLanguage: 'en',
  languages: ['en', 'cy', 'ur'],
  level: 'consult',
  audience: words(
    'Public bodies and voluntary organisations in Wyreford and Ashmere, the people they serve, and anyone who lives or works here.',
    'Cyrff cyhoeddus a mudiadau gwirfoddol yn Wyreford ac Ashmere, y bobl y maent yn eu gwasanaethu, ac unrhyw un sy’n byw neu’n gweithio yma.',
    'وائرفورڈ اور ایشمیئر کے سرکاری ادارے اور رضاکار تنظیمیں، وہ لوگ جن کی یہ خدمت کرتے ہیں، اور یہاں رہنے یا کام کرنے والا ہر شخص۔',
  ),
  affected: words(
    'Small groups without paid staff, carers, people who do not use the internet, people whose first language is not English or Welsh, and people in the villages.',
    'Grwpiau bach heb staff cyflogedig, gofalwyr, pobl nad ydynt yn defnyddio’r rhyngrwyd, pobl nad Saesneg na Chymraeg yw eu hiaith gyntaf, a phobl yn y pentrefi.',
    'چھوٹے گروپ جن کے پاس تنخواہ دار عملہ نہیں، دیکھ بھال کرنے والے، وہ لوگ جو انٹرنیٹ استعمال نہیں کرتے، جن کی پہلی زبان انگریزی یا ویلش نہیں، اور دیہات کے رہنے والے۔',
  ),
  influence: words(
    'Your answers can change every paragraph of this chapter. The partners decide together; they will say what they changed, what they did not, and why.',
    'Gall eich atebion newid pob paragraff o’r bennod hon. Bydd y partneriaid yn penderfynu gyda’i gilydd; byddant yn dweud beth a newidiwyd, beth na newidiwyd, a pham.',
    'آپ کے جوابات اس باب کے ہر پیراگراف کو بدل سکتے ہیں۔ شراکت دار مل کر فیصلہ کریں گے؛ وہ بتائیں گے کہ کیا بدلا، کیا نہیں بدلا اور کیوں۔',
  ),
  alreadyDecided: words(
    'There will be one written code that all partners sign, and it will not be legally binding. No money for it comes out of grants.',
    'Bydd un cod ysgrifenedig y bydd pob partner yn ei lofnodi, ac ni fydd yn rhwymo mewn cyfraith. Ni ddaw arian ar ei gyfer o grantiau.',
    'ایک تحریری ضابطہ ہوگا جس پر سب شراکت دار دستخط کریں گے، اور یہ قانونی طور پر لازم نہیں ہوگا۔ اس کے لیے گرانٹس میں سے کوئی رقم نہیں لی جائے گی۔',
  ),
  issues: words(
    'Organisations tell us that they hear of consultations late, are asked the same thing twice, and seldom learn what came of their answers.',
    'Mae mudiadau’n dweud wrthym eu bod yn clywed am ymgynghoriadau’n hwyr, bod yr un peth yn cael ei ofyn iddynt ddwywaith, ac mai anaml y clywant beth a ddaeth o’u hatebion.',
    'تنظیمیں ہمیں بتاتی ہیں کہ انہیں مشاورتوں کی خبر دیر سے ملتی ہے، ایک ہی بات دو بار پوچھی جاتی ہے، اور شاذ و نادر ہی معلوم ہوتا ہے کہ ان کے جوابات کا کیا بنا۔',
  ),
  evidenceFor: words(
    'In a survey of 118 groups, 71 had missed at least one consultation that concerned them in the past year.',
    'Mewn arolwg o 118 o grwpiau, roedd 71 wedi methu o leiaf un ymgynghoriad a oedd yn berthnasol iddynt yn y flwyddyn ddiwethaf.',
    '118 گروپوں کے ایک سروے میں، 71 گروپ گزشتہ سال کم از کم ایک ایسی مشاورت سے رہ گئے جو ان سے متعلق تھی۔',
  ),
  evidenceAgainst: words(
    'Some officers fear that fixed rules slow down small and urgent decisions. Three bodies already work to good rules of their own.',
    'Mae rhai swyddogion yn ofni bod rheolau sefydlog yn arafu penderfyniadau bach a brys. Mae tri chorff eisoes yn gweithio yn ôl rheolau da eu hunain.',
    'کچھ اہلکاروں کو اندیشہ ہے کہ مقررہ اصول چھوٹے اور فوری فیصلوں کو سست کر دیں گے۔ تین ادارے پہلے ہی اپنے اچھے اصولوں پر کام کرتے ہیں۔',
  ),
  restrictions: words(
    'The partners have no new money. Whatever the code asks must be done with the people they have.',
    'Nid oes gan y partneriaid arian newydd. Rhaid gwneud beth bynnag y mae’r cod yn ei ofyn gyda’r bobl sydd ganddynt.',
    'شراکت داروں کے پاس نئی رقم نہیں ہے۔ ضابطہ جو بھی مانگے، اسے موجودہ لوگوں ہی کے ساتھ کرنا ہوگا۔',
  ),
  earlierConsultations: words(
    'The partners asked about grants three years ago. What was said then about notice and feedback was used to write this draft.',
    'Gofynnodd y partneriaid am grantiau dair blynedd yn ôl. Defnyddiwyd yr hyn a ddywedwyd bryd hynny am rybudd ac adborth i ysgrifennu’r drafft hwn.',
    'شراکت داروں نے تین سال پہلے گرانٹس کے بارے میں پوچھا تھا۔ اس وقت اطلاع اور جوابی رپورٹ کے بارے میں جو کہا گیا، اسے یہ مسودہ لکھنے میں استعمال کیا گیا۔',
  ),
  publicInvolvement: words(
    'A working group of nine, five of them from voluntary groups, wrote the first draft. Two open evenings and a visit to each village hall followed.',
    'Ysgrifennodd gweithgor o naw, pump ohonynt o grwpiau gwirfoddol, y drafft cyntaf. Dilynwyd hynny gan ddwy noson agored ac ymweliad â phob neuadd bentref.',
    'نو افراد کے ایک ورکنگ گروپ نے، جن میں سے پانچ رضاکار گروپوں سے تھے، پہلا مسودہ لکھا۔ اس کے بعد دو کھلی شامیں ہوئیں اور ہر گاؤں کے ہال کا دورہ کیا گیا۔',
  ),
  methods: [
    {
      id: 'web',
      name: words('Answers on this site', 'Atebion ar y wefan hon', 'اس ویب سائٹ پر جوابات'),
      isElectronic: true,
      level: 'consult',
    },
    {
      id: 'paper',
      name: words(
        'Letters, and paper forms in libraries and village halls',
        'Llythyrau, a ffurflenni papur mewn llyfrgelloedd a neuaddau pentref',
        'خطوط، اور لائبریریوں اور گاؤں کے ہالوں میں کاغذی فارم',
      ),
      isElectronic: false,
      level: 'consult',
    },
    {
      id: 'evenings',
      name: words('Two open evenings', 'Dwy noson agored', 'دو کھلی شامیں'),
      isElectronic: false,
      level: 'involve',
    },
  ],
  publicityPlan: words(
    'Infrastructure bodies pass it on to their members; posters in libraries, surgeries and shops; a notice in the free paper.',
    'Bydd cyrff seilwaith yn ei drosglwyddo i’w haelodau; posteri mewn llyfrgelloedd, meddygfeydd a siopau; hysbysiad yn y papur rhad ac am ddim.',
    'رابطہ ادارے اسے اپنے ارکان تک پہنچائیں گے؛ لائبریریوں، کلینکوں اور دکانوں میں پوسٹر؛ مفت اخبار میں اعلان۔',
  ),
  feedbackPlan: words(
    'A report on this page, by e-mail to everyone who leaves an address, and on paper in every library.',
    'Adroddiad ar y dudalen hon, drwy e-bost at bawb sy’n gadael cyfeiriad, ac ar bapur ym mhob llyfrgell.',
    'اس صفحے پر ایک رپورٹ، ہر اس شخص کو ای میل جس نے پتا دیا ہو، اور ہر لائبریری میں کاغذ پر۔',
  ),
  places: ['Wyreford', 'Ashmere'],
  contact: {
    name: 'Amina Rahman',
    role: words('Partnership officer', 'Swyddog partneriaeth', 'شراکت کی افسر'),
    email: 'partnership@wyreford.example',
    phone: '01632 960123',
    address: 'Town Hall, Market Square, Wyreford',
  },
  replies: {
    address: 'Freepost WYREFORD CODE',
    phone: '01632 960124',
    email: 'code@wyreford.example',
  },
} satisfies Partial<ConsultationDocument>;

/** Who decides, and how: the same for each chapter. */
export const commonDecision = {
  decisionMaker: words(
    'The Wyreford and Ashmere Partnership Board, in public',
    'Bwrdd Partneriaeth Wyreford ac Ashmere, yn gyhoeddus',
    'وائرفورڈ اور ایشمیئر پارٹنرشپ بورڈ، عوام کے سامنے',
  ),
  howDeciderTookPart: words(
    'The chair of the board came to both open evenings and agreed the questions.',
    'Daeth cadeirydd y bwrdd i’r ddwy noson agored a chytuno ar y cwestiynau.',
    'بورڈ کے سربراہ دونوں کھلی شاموں میں آئے اور سوالات سے اتفاق کیا۔',
  ),
};
