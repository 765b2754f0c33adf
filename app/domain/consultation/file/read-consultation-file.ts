import { isLanguage, LANGUAGES, type Language } from '~/domain/translation';
import { consultationFileSchema, type ConsultationFile } from './consultation-file';
import { checkFile } from './check-file';
import type { FileProblem } from './file-problem';
import { parseJson } from './parse-json';
import { settleRecords, unusedIn } from './remarks';
import { repair } from './repair';
import { problemsOf } from './word-issue';

export type ReadFile =
  /** `notes`: what was left out, was taken to be meant, or comes to nothing. */
  { isFit: true; file: ConsultationFile; notes: FileProblem[] } | { isFit: false; problems: FileProblem[] };

/** A mended value can show what is wrong inside it; nothing is nested deeper than this. */
const MOST_REPAIRS = 8;
/** The most problems named at once. */
const MOST_PROBLEMS = 200;

/**
 * A consultation file read as generously as is safe: what the hub does not know is left out and named, what is meant
 * without doubt is taken so, and everything else that is wrong is named by its place in the file.
 */
export function readConsultationFile(content: string | Uint8Array): ReadFile {
  const parsed = parseJson(content);
  if ('problem' in parsed) return { isFit: false, problems: [parsed.problem] };
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { isFit: false, problems: [{ code: 'expected-object', path: '' }] };
  }
  const given = value as Record<string, unknown>;
  if (given.format !== undefined && given.format !== 'consultation-hub/1') {
    return {
      isFit: false,
      problems: [{ code: 'other-format', path: 'format', values: { found: String(given.format) } }],
    };
  }
  const original: Language = isLanguage(given.originalLanguage) ? given.originalLanguage : 'en';
  const { sections, ...others } = given;
  const [languages, notes] = readLanguages(given, original);
  const file: Record<string, unknown> = {
    ...others,
    ...(sections !== undefined && given.questionnaire === undefined && { questionnaire: { sections } }),
    format: 'consultation-hub/1',
    languages,
  };
  return mend(file, original, notes);
}

function mend(file: Record<string, unknown>, original: Language, found: readonly FileProblem[]): ReadFile {
  const notes = [...found];
  for (let round = 0; ; round += 1) {
    const result = consultationFileSchema.safeParse(file);
    if (result.success) {
      const problems = checkFile(result.data);
      if (problems.length > 0) return { isFit: false, problems };
      const { translationRecords, notes: ofRecords } = settleRecords(result.data);
      return {
        isFit: true,
        file: { ...promising(result.data), translationRecords },
        notes: [...notes, ...unusedIn(result.data), ...ofRecords].toSorted(
          (a, b) => Number(isHarmless(a)) - Number(isHarmless(b)),
        ),
      };
    }
    const before = JSON.stringify(file);
    if (round < MOST_REPAIRS) notes.push(...repair(file, result.error.issues, original));
    if (JSON.stringify(file) === before) {
      const problems = problemsOf(result.error.issues, file, consultationFileSchema);
      // A key of another name may be what is missing.
      const unknown = notes.filter(({ code }) => code.startsWith('unknown-key'));
      return { isFit: false, problems: [...problems, ...unknown].slice(0, MOST_PROBLEMS) };
    }
  }
}

/** Ids are for the hub: nobody has to look at them before what was left out. */
function isHarmless({ code }: FileProblem): boolean {
  return code === 'id-given' || code === 'id-tidied';
}

/** The original language is always one of the promised ones, and they keep the order of the hub. */
function promising(file: ConsultationFile): ConsultationFile {
  const languages = LANGUAGES.filter(
    (language) => language === file.originalLanguage || file.languages.includes(language),
  );
  return { ...file, languages };
}

/** The languages that are promised, those of the title where the file does not say; others than the hub's are noted. */
function readLanguages(
  { languages, title }: Record<string, unknown>,
  original: Language,
): [unknown, FileProblem[]] {
  if (Array.isArray(languages)) {
    const notes = languages.flatMap((language, index): FileProblem[] =>
      isLanguage(language) ? [] : [{ code: 'unknown-language', path: `languages[${index}]` }],
    );
    const known = languages.filter(isLanguage);
    return [known.length ? known : [original], notes];
  }
  if (languages !== undefined && languages !== null) return [languages, []];
  const named = typeof title === 'object' && title !== null ? Object.keys(title).filter(isLanguage) : [];
  return [named.length ? named : [original], []];
}
