import { translationRecordsOf, frozenDocument } from '~/domain/consultation/index.server';
import type { Translatable } from '~/domain/consultation';
import { questionsOf } from '~/domain/questionnaire';
import { localizedSchema, type Localized, type TranslationRecord } from '~/domain/translation';
import { database, type Transaction } from '~/platform/database/database.server';
import { readFindingRows } from './finding-queries.server';
import { readReasons, readReport } from './report-rows.server';
import type { SubjectKind } from './report-state';
import { publishedThemes, textsOfReport, type ReportPlaces, type ReportWords } from './report-words';

/** The words of a report as stored, nothing counted. */
async function readReportWords(consultationId: string, tx?: Transaction): Promise<ReportWords> {
  const { texts } = await readReport(consultationId, tx);
  const findings = await readFindingRows(consultationId, tx);
  const reasons = await readReasons(consultationId, tx);
  const themes = await (tx ?? database()).theme.findMany({
    where: { consultationId, id: { in: [...publishedThemes(findings, reasons)] } },
    orderBy: [{ questionId: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
  return {
    texts,
    findings,
    reasons,
    themes: themes.map(({ id, name }) => ({ id, name: localizedSchema.parse(name) })),
  };
}

/** A report as something to translate, and what is known of its translations. */
export async function readReportToTranslate(
  consultationId: string,
  tx?: Transaction,
): Promise<{
  words: ReportWords;
  places: ReportPlaces;
  translatable: Translatable;
  records: TranslationRecord[];
}> {
  const { originalLanguage, languages, questionnaire, options } = await frozenDocument(consultationId, tx);
  const words = await readReportWords(consultationId, tx);
  const about: Record<SubjectKind, ReadonlyMap<string, Localized>> = {
    theme: new Map(words.themes.map(({ id, name }) => [id, name])),
    question: new Map(questionsOf(questionnaire).map(({ id, label }) => [id, label])),
    option: new Map(options.map(({ id, title }) => [id, title])),
  };
  return {
    words,
    places: {
      findings: words.findings.map(({ id }) => id),
      reasons: words.reasons.map(({ kind, id }) => ({ kind, id, about: about[kind].get(id) ?? {} })),
      themes: words.themes.map(({ id }) => id),
    },
    translatable: { originalLanguage, languages, texts: textsOfReport(words, originalLanguage) },
    records: await translationRecordsOf(consultationId, tx),
  };
}
