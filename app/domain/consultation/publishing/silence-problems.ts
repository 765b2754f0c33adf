import {
  findProcedureFlaws,
  procedurePermitted,
  type ProcedureRefusal,
  type SilenceProcedure,
} from '~/domain/silence';
import { hasText } from '~/domain/translation';
import type { ConsultationDocument } from '../document';
import { isOneSentence } from './one-sentence';
import type { Problem } from './problem';
import { publishedTimes } from './published-times';

/** What is said of each refusal of the silence procedure, and the field that mends it. */
const REFUSALS: Record<ProcedureRefusal, { field: string; code: string }> = {
  statutory: { field: 'isStatutory', code: 'silence-statutory' },
  'no-proposition': { field: 'proposition', code: 'proposition-missing' },
  'period-under-minimum': { field: 'shorterPeriodReasons', code: 'silence-period-reasons-missing' },
  'period-does-not-fit': { field: 'periodDays', code: 'silence-period-does-not-fit' },
  'period-too-short-for-reminders': { field: 'periodDays', code: 'silence-period-too-short-for-reminders' },
  'no-contest-period': { field: 'contestDays', code: 'silence-no-contest-period' },
  'beyond-holiday-table': { field: 'periodDays', code: 'silence-beyond-holiday-table' },
};

/** The procedure of a document as the silence rule looks at it; nothing where the consultation has none. */
function silenceProcedureOf(document: ConsultationDocument): SilenceProcedure | undefined {
  const { silence, originalLanguage } = document;
  if (!silence) return undefined;
  return {
    propositionSet: hasText(silence.proposition, originalLanguage),
    statutory: silence.isStatutory,
    periodDays: silence.periodDays,
    periodReasons: silence.shorterPeriodReasons?.[originalLanguage] ?? '',
    objectionEndsForAll: silence.objectionEndsForAll,
    contestDays: silence.contestDays,
  };
}

/**
 * Why the silence procedure may not be published as it stands (requirements D5): each refusal of the rule, and a
 * proposition of more than one sentence. A proposition missing in a language is found with the other texts.
 */
export function findSilenceProblems(document: ConsultationDocument): Problem[] {
  const procedure = silenceProcedureOf(document);
  if (!procedure) return [];
  const refusals = findRefusals(procedure, document)
    .filter((refusal) => refusal !== 'no-proposition')
    .map((refusal): Problem => ({ section: 'silence', ...REFUSALS[refusal] }));
  return [...refusals, ...findLongPropositions(document)];
}

function findRefusals(procedure: SilenceProcedure, document: ConsultationDocument): ProcedureRefusal[] {
  const { opensOn, zone, nation } = document.timetable;
  const times = publishedTimes(document);
  if (!times || !opensOn) return findProcedureFlaws(procedure);
  return procedurePermitted({ procedure, opensOn, closesAt: times.closesAt, zone, nation }).refusals;
}

function findLongPropositions({ silence, languages, originalLanguage }: ConsultationDocument): Problem[] {
  const code = 'proposition-not-one-sentence';
  return languages
    .filter((language) => !isOneSentence(silence?.proposition[language] ?? ''))
    .map((language) =>
      language === originalLanguage
        ? { code, section: 'silence', field: 'proposition' }
        : { code, section: 'translation', field: 'silence.proposition', language },
    );
}
