import type { Question, Section } from '~/domain/questionnaire';
import {
  hasText,
  withText,
  type Language,
  type Localized,
  type TranslatableText,
} from '~/domain/translation';
import type { ConsultationDocument } from '../document';

/** The pages of the translation editor: parts of the plan, and each section of the questionnaire by its id. */
export type TextPart = 'about' | 'case' | 'options' | 'arrangements' | `section.${string}`;

/** A text as the editor shows it, on the page of its part. */
export type EditableText = TranslatableText & { part: string; isOneLine: boolean };
export type DocumentText = EditableText & { part: TextPart };

/** Texts that are translated together: those of a consultation, or of its report. */
export type Translatable = Pick<ConsultationDocument, 'originalLanguage' | 'languages'> & {
  texts: readonly EditableText[];
};

/** A consultation as something to translate. */
export function translatableOf(document: ConsultationDocument): Translatable {
  const { originalLanguage, languages } = document;
  return { originalLanguage, languages, texts: textsOf(document) };
}

/** Titles, names, labels and choices are one line each. */
const ONE_LINE = /(^|\.)(title|name|label|role|choice\.[^.]+)$/;

/**
 * Every text that its readers see and that is written in the original language, in the order of the document. Paths are
 * made of ids, so that they stay when things are moved: `title`, `option.mornings.title`, `question.q1.choice.c2`.
 */
export function textsOf(document: ConsultationDocument): DocumentText[] {
  const found: DocumentText[] = [];
  mapTexts(document, (path, texts, part) => {
    if (texts && hasText(texts, document.originalLanguage))
      found.push({ path, texts, part, isOneLine: ONE_LINE.test(path) });
    return texts;
  });
  return found;
}

/** The same document with one text in one language replaced; an empty text takes it out. Unknown places change nothing. */
export function setText(
  document: ConsultationDocument,
  path: string,
  language: Language,
  text: string,
): ConsultationDocument {
  return setTexts(document, language, new Map([[path, text]]));
}

/** `setText` for several places at once. */
export function setTexts(
  document: ConsultationDocument,
  language: Language,
  byPath: ReadonlyMap<string, string>,
): ConsultationDocument {
  return mapTexts(document, (path, texts) => {
    const text = byPath.get(path);
    return text === undefined || !texts ? texts : withText(texts, language, text);
  });
}

type Visit = (path: string, texts: Localized | undefined, part: TextPart) => Localized | undefined;

const ABOUT = [
  'title',
  'summary',
  'purpose',
  'audience',
  'affected',
  'influence',
  'openToChange',
  'alreadyDecided',
] as const;
const CASE = [
  'issues',
  'evidenceFor',
  'evidenceAgainst',
  'restrictions',
  'earlierConsultations',
  'publicInvolvement',
] as const;
const ARRANGEMENTS = ['publicityPlan', 'feedbackPlan'] as const;

/** The document with each text as `visit` gives it back: the one walk that reading and writing share. */
function mapTexts(document: ConsultationDocument, visit: Visit): ConsultationDocument {
  return {
    ...document,
    ...changed(document, ABOUT, 'about', '', visit),
    ...changed(document, CASE, 'case', '', visit),
    options: document.options.map((option) => ({
      ...option,
      ...changed(option, ['title', 'description', 'whyRejected'], 'options', `option.${option.id}.`, visit),
    })),
    methods: document.methods.map((method) => ({
      ...method,
      ...changed(method, ['name'], 'arrangements', `method.${method.id}.`, visit),
    })),
    ...changed(document, ARRANGEMENTS, 'arrangements', '', visit),
    timetable: {
      ...document.timetable,
      ...changed(
        document.timetable,
        ['shorterReasons', 'decisionMaker', 'howDeciderTookPart'],
        'arrangements',
        'timetable.',
        visit,
      ),
    },
    contact: {
      ...document.contact,
      ...changed(document.contact, ['role'], 'arrangements', 'contact.', visit),
    },
    ...(document.silence && {
      silence: {
        ...document.silence,
        ...changed(
          document.silence,
          ['proposition', 'shorterPeriodReasons'],
          'arrangements',
          'silence.',
          visit,
        ),
      },
    }),
    questionnaire: { sections: document.questionnaire.sections.map((section) => mapSection(section, visit)) },
  };
}

function mapSection(section: Section, visit: Visit): Section {
  const part: TextPart = `section.${section.id}`;
  return {
    ...section,
    ...changed(section, ['title', 'introduction'], part, `section.${section.id}.`, visit),
    questions: section.questions.map((question) => mapQuestion(question, part, visit)),
  };
}

function mapQuestion(question: Question, part: TextPart, visit: Visit): Question {
  const at = `question.${question.id}.`;
  return {
    ...question,
    ...changed(question, ['label', 'hint'], part, at, visit),
    ...(question.choices && {
      choices: question.choices.map((choice) => ({
        ...choice,
        label: visit(`${at}choice.${choice.id}`, choice.label, part) ?? {},
      })),
    }),
  };
}

/** The texts of `holder` named by `names` as `visit` gives them back; those that are not there stay away. */
function changed<Name extends string, Holder extends { [key in Name]?: Localized | undefined }>(
  holder: Holder,
  names: readonly Name[],
  part: TextPart,
  prefix: string,
  visit: Visit,
): Pick<Holder, Name> {
  const entries = names.flatMap((name) => {
    const texts = visit(prefix + name, holder[name], part);
    return texts ? [[name, texts]] : [];
  });
  return Object.fromEntries(entries) as Pick<Holder, Name>;
}
