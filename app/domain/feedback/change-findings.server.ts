import { recordAudit } from '~/domain/audit/index.server';
import { frozenDocument } from '~/domain/consultation/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { choiceIdsOf, questionsOf } from '~/domain/questionnaire';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { beginChange, refuseStale } from './change-report.server';
import type { FindingInput } from './finding-input';
import { readFindingRow } from './finding-queries.server';

/**
 * Adds a finding at the end of the report. It may be incomplete: what is missing keeps the report from being published.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409), `side-unknown`
 */
export async function addFinding(
  actor: Actor,
  consultationId: string,
  input: FindingInput,
): Promise<{ findingId: string }> {
  return inTransaction(async (tx) => {
    await beginChange(tx, actor, consultationId);
    await refuseUnknown(tx, consultationId, input);
    const last = await tx.finding.aggregate({ where: { consultationId }, _max: { position: true } });
    const { id } = await tx.finding.create({
      data: {
        consultationId,
        position: (last._max.position ?? 0) + 1,
        ...columnsOf(input),
        themes: { create: [...new Set(input.themeIds)].map((themeId) => ({ themeId })) },
      },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'finding.added',
      actor: { userId: actor.userId },
      subject: { finding: id, stance: input.stance },
    });
    return { findingId: id };
  });
}

/**
 * Changes a finding.
 * @param input.seen fingerprint of the finding as the form was opened with it
 * @throws HubError as `addFinding`, and `changed-meanwhile` (409)
 */
export async function changeFinding(
  actor: Actor,
  consultationId: string,
  { findingId, seen, ...input }: FindingInput & { findingId: string; seen: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await beginChange(tx, actor, consultationId);
    refuseStale(seen, await readFindingRow(consultationId, findingId, tx));
    await refuseUnknown(tx, consultationId, input);
    await tx.findingTheme.deleteMany({ where: { findingId } });
    await tx.finding.update({
      where: { id: findingId },
      data: {
        ...columnsOf(input),
        themes: { create: [...new Set(input.themeIds)].map((themeId) => ({ themeId })) },
      },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'finding.changed',
      actor: { userId: actor.userId },
      subject: { finding: findingId, stance: input.stance },
    });
  });
}

/**
 * Takes a finding out of the report, with its quotations.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function removeFinding(
  actor: Actor,
  consultationId: string,
  { findingId }: { findingId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await beginChange(tx, actor, consultationId);
    if (!isUuid(findingId)) throw notFound();
    const { count } = await tx.finding.deleteMany({ where: { id: findingId, consultationId } });
    if (count === 0) throw notFound();
    await recordAudit(tx, consultationId, {
      action: 'finding.removed',
      actor: { userId: actor.userId },
      subject: { finding: findingId },
    });
  });
}

/**
 * Moves a finding one place up or down; at the end of the list nothing happens.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function moveFinding(
  actor: Actor,
  consultationId: string,
  { findingId, direction }: { findingId: string; direction: 'up' | 'down' },
): Promise<void> {
  await inTransaction(async (tx) => {
    await beginChange(tx, actor, consultationId);
    const order = await tx.finding.findMany({
      where: { consultationId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    const from = order.findIndex(({ id }) => id === findingId);
    if (from < 0) throw notFound();
    const to = direction === 'up' ? from - 1 : from + 1;
    const [moved, passed] = [order[from], order[to]];
    if (!moved || !passed) return;
    order[from] = passed;
    order[to] = moved;
    await tx.$executeRaw`
      UPDATE "Finding" f SET position = x.position
      FROM unnest(${order.map(({ id }) => id)}::uuid[]) WITH ORDINALITY x(id, position) WHERE f.id = x.id`;
    await recordAudit(tx, consultationId, {
      action: 'finding.moved',
      actor: { userId: actor.userId },
      subject: { finding: findingId, direction },
    });
  });
}

function columnsOf({
  themeIds: _themeIds,
  actionOn,
  questionId,
  optionId,
  side,
  actionBy,
  ...columns
}: FindingInput) {
  return {
    ...columns,
    questionId: questionId ?? null,
    optionId: optionId ?? null,
    side: side ?? null,
    actionBy: actionBy ?? null,
    actionOn: actionOn ? new Date(`${actionOn}T00:00:00Z`) : null,
  };
}

/** Themes, question, option and side must be the consultation's own. */
async function refuseUnknown(tx: Transaction, consultationId: string, input: FindingInput): Promise<void> {
  const { questionnaire, options } = await frozenDocument(consultationId, tx);
  const themeIds = [...new Set(input.themeIds)];
  const themes = await tx.theme.count({ where: { id: { in: themeIds }, consultationId } });
  const question = questionsOf(questionnaire).find(({ id }) => id === input.questionId);
  const isKnown =
    themes === themeIds.length &&
    (input.questionId === undefined || question) &&
    (input.optionId === undefined || options.some(({ id }) => id === input.optionId));
  if (!isKnown) throw notFound();
  if (input.side === undefined) return;
  const sides = question
    ? [
        ...choiceIdsOf(question),
        ...(question.type === 'agreement-scale' ? ['agree', 'neither', 'disagree'] : []),
      ]
    : [];
  if (!sides.includes(input.side))
    throw new HubError('side-unknown', { fields: { about: { code: 'side-unknown' } } });
}
