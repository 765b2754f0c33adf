import { expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { sendAll } from '#/test/support/respondent';
import { withdrawResponse } from '~/domain/response/withdraw-response.server';
import { database } from '~/platform/database/database.server';

const hub = useHub();

async function aSentResponse() {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  const { slug, id } = await aConsultation({ body, author, closesAt: '2026-06-02T12:00:00Z' });
  await sendAll(hub, slug);
  const response = await database().response.findFirstOrThrow({ where: { consultationId: id } });
  return { responseId: response.id, consultationId: id };
}

test('the last moment to withdraw is the deadline, whatever page was open', async () => {
  const early = await aSentResponse();
  const late = await aSentResponse();
  await hub.setClock('2026-06-02T11:59:59.999Z');
  await withdrawResponse(early.responseId);
  await hub.setClock('2026-06-02T12:00:00Z');
  await expect(withdrawResponse(late.responseId)).rejects.toMatchObject({
    code: 'withdrawal-too-late',
    status: 409,
  });
  expect(await database().withdrawal.findMany()).toMatchObject([{ responseId: early.responseId }]);
  const trail = await database().auditEntry.findMany({ where: { chainId: late.consultationId } });
  expect(trail.some(({ line }) => line.includes('withdrawn'))).toBe(false);
});

test('two withdrawals at the same moment are one', async () => {
  await hub.setClock('2026-06-01T12:00:00Z');
  const { responseId, consultationId } = await aSentResponse();
  await Promise.all([withdrawResponse(responseId), withdrawResponse(responseId)]);
  const trail = await database().auditEntry.findMany({ where: { chainId: consultationId } });
  expect(trail.filter(({ line }) => line.includes('response.withdrawn'))).toHaveLength(1);
});
