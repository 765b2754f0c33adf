import type { Question, Section } from '~/domain/questionnaire';
import { words } from './common-words';

/** How well a chapter is written: asked in each. */
export const agreementOnChapter: Question = {
  id: 'overall',
  type: 'agreement-scale',
  label: words(
    'This chapter asks the right things of both sides',
    'Mae’r bennod hon yn gofyn y pethau iawn gan y ddwy ochr',
    'یہ باب دونوں فریقوں سے درست باتوں کا تقاضا کرتا ہے',
  ),
  isRequired: true,
};

/** Where respondents live or work, and a last word: the end of each questionnaire. */
export const lastSection: Section = {
  id: 'last',
  title: words('You and this chapter', 'Chi a’r bennod hon', 'آپ اور یہ باب'),
  questions: [
    {
      id: 'place',
      type: 'place',
      label: words(
        'Which part of the area do you know best?',
        'Pa ran o’r ardal ydych chi’n ei hadnabod orau?',
        'آپ علاقے کے کس حصے کو سب سے بہتر جانتے ہیں؟',
      ),
      isRequired: false,
      choices: [
        { id: 'wyreford', label: words('Wyreford town', 'Tref Wyreford', 'وائرفورڈ شہر') },
        { id: 'ashmere', label: words('Ashmere town', 'Tref Ashmere', 'ایشمیئر شہر') },
        { id: 'valley', label: words('The valley villages', 'Pentrefi’r dyffryn', 'وادی کے دیہات') },
        { id: 'hills', label: words('The hill farms', 'Ffermydd y bryniau', 'پہاڑی فارم') },
        { id: 'whole', label: words('The whole area', 'Yr ardal gyfan', 'پورا علاقہ') },
      ],
    },
    {
      id: 'missing',
      type: 'long-text',
      label: words(
        'What is missing from this chapter, or should be left out?',
        'Beth sydd ar goll o’r bennod hon, neu y dylid ei adael allan?',
        'اس باب میں کیا کمی ہے، یا کیا نکال دینا چاہیے؟',
      ),
      isRequired: false,
    },
  ],
};
