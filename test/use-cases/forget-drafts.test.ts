import { expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { linkToSaved, sendAll, start } from '#/test/support/respondent';
import { crontab, tasks } from '~/tasks.server';
import { forgetDrafts } from '~/domain/response/clear-draft.server';
import { database } from '~/platform/database/database.server';

const hub = useHub();

test('drafts that nobody touched for 30 days are deleted, and responses stay', async () => {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  const { slug } = await aConsultation({ body, author });
  const left = await start(hub, slug);
  const kept = await start(hub, slug);
  await sendAll(hub, slug);
  await hub.setClock('2026-06-20T12:00:00Z');
  await kept.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  await hub.setClock('2026-07-01T12:00:00Z');
  await forgetDrafts();
  expect(await database().responseDraft.count()).toBe(3);
  await hub.setClock('2026-07-01T12:00:01Z');
  await forgetDrafts();
  expect(await database().responseDraft.count()).toBe(1);
  expect(await database().response.count()).toBe(1);
  expect((await left.get(`/respond/${slug}/section/hours`)).location).toBe(`/respond/${slug}?note=no-draft`);
  expect((await kept.get(`/respond/${slug}/section/more`)).status).toBe(200);
});

test('the address that a link was sent to is forgotten with the draft', async () => {
  await hub.setClock('2026-07-02T12:00:00Z');
  const body = await aBody();
  const { slug } = await aConsultation({ body, author: await aPerson({ body, roles: ['author'] }) });
  const link = await linkToSaved(hub, await start(hub, slug), slug, 'sam@example.org');
  const addresses = async () =>
    (await database().delivery.findMany({ where: { template: 'resume-link' } })).map(
      ({ toAddress }) => toAddress,
    );
  await forgetDrafts();
  expect(await addresses()).toEqual(['sam@example.org']);
  expect((await hub.visitor().get(link)).location).not.toContain('note=');
  await hub.setClock('2026-08-02T12:00:00Z');
  await forgetDrafts();
  expect(await addresses()).toEqual(['']);
  expect((await hub.visitor().get(link)).location).toContain('note=link-unknown');
});

test('drafts are forgotten every day by a job that exists', () => {
  expect(crontab).toMatch(/^\d+ \d+ \* \* \* forget-drafts$/m);
  expect(tasks['forget-drafts']).toBeTypeOf('function');
});
