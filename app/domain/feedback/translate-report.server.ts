import { nameThemes } from '~/domain/analysis/index.server';
import { recordAudit } from '~/domain/audit/index.server';
import { textField, type TypedTranslation } from '~/domain/consultation';
import { consultationFor, recordTranslations, settleTranslations } from '~/domain/consultation/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import type { Language } from '~/domain/translation';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { beginChange } from './change-report.server';
import { REPORT_PATH, setReportTexts, type ReportWords } from './report-words';
import { readReportToTranslate } from './report-words-queries.server';

/**
 * Saves what a person translated of a report: its texts, findings, reasons and the names of themes that it shows, as
 * `saveTranslation` does for a consultation. The original stays with who writes the report; whoever translates a word of
 * it may not approve it (requirements C3, C14, F4).
 * @throws HubError `report-is-published` (409), `translation-of-original`, `not-found` for a language that is not promised,
 *   `not-permitted`; by field (`text-<path>`): `original-changed-meanwhile`, `translation-changed-meanwhile`,
 *   `original-gone`, `text-too-long`, `theme-words-taken`
 */
export async function translateReport(
  actor: Actor,
  consultationId: string,
  { language, texts }: { language: Language; texts: readonly TypedTranslation[] },
): Promise<{ saved: number }> {
  return inTransaction(async (tx) => {
    // Held from here, so that two translators wait for one another instead of refusing one another.
    await tx.$executeRaw`SELECT 1 FROM "Report" WHERE "consultationId" = ${consultationId}::uuid FOR UPDATE`;
    const { reportedAt } = await consultationFor(actor, 'translate', consultationId, tx);
    if (reportedAt) throw new HubError('report-is-published', { status: 409 });
    const { words, translatable, records } = await readReportToTranslate(consultationId, tx);
    if (language === translatable.originalLanguage) throw new HubError('translation-of-original');
    if (!translatable.languages.includes(language)) throw notFound();
    const settled = settleTranslations(translatable, language, records, texts);
    if (settled.length === 0) return { saved: 0 };

    await beginChange(tx, actor, consultationId, 'translate');
    const changed = settled.filter(({ isTextNew }) => isTextNew);
    const byPath = new Map(changed.map(({ path, text }) => [path, text]));
    await writeWords(tx, consultationId, setReportTexts(words, language, byPath), byPath);
    await recordTranslations(tx, actor, { consultationId, language }, settled);
    await recordAudit(tx, consultationId, {
      action: 'report.translated',
      actor: { userId: actor.userId },
      subject: {
        language,
        texts: changed.length,
        checked: settled.filter(({ isChecked }) => isChecked).length,
      },
    });
    return { saved: settled.length };
  });
}

/** Writes the words at these paths to where they are kept. */
async function writeWords(
  tx: Transaction,
  consultationId: string,
  words: ReportWords,
  byPath: ReadonlyMap<string, string>,
): Promise<void> {
  const isOf = (start: string) => [...byPath.keys()].some((path) => path.startsWith(REPORT_PATH + start));
  if (isOf('text.')) {
    await tx.report.update({ where: { consultationId }, data: { texts: words.texts }, select: { id: true } });
  }
  const findings = words.findings.filter(({ id }) => isOf(`finding.${id}.`));
  if (findings.length > 0) {
    await tx.$executeRaw`
      UPDATE "Finding" f SET said = x.said, decision = x.decision, action = x.action, "whyNot" = x."whyNot", rationale = x.rationale
      FROM jsonb_to_recordset(${JSON.stringify(findings)}::jsonb)
        x(id uuid, said jsonb, decision jsonb, action jsonb, "whyNot" jsonb, rationale jsonb)
      WHERE f.id = x.id AND f."consultationId" = ${consultationId}::uuid`;
  }
  const reasons = words.reasons.filter(({ kind, id }) => isOf(`reason.${kind}.${id}`));
  if (reasons.length > 0) {
    await tx.$executeRaw`
      UPDATE "PublishedReason" p SET reason = x.reason
      FROM jsonb_to_recordset(${JSON.stringify(reasons)}::jsonb) x(kind text, id text, reason jsonb)
      WHERE p."consultationId" = ${consultationId}::uuid AND p."subjectKind" = x.kind AND p."subjectId" = x.id`;
  }
  const themes = words.themes.filter(({ id }) => byPath.has(`${REPORT_PATH}theme.${id}`));
  if (themes.length > 0) {
    await nameThemes(tx, consultationId, themes, (id) => textField(`${REPORT_PATH}theme.${id}`));
  }
}
