import { beforeEach, expect, test } from 'vitest';
import { database, pool } from '~/platform/database/database.server';
import { beat, keepUptime } from '~/platform/uptime.server';
import { useHub } from '#/test/support/hub';

useHub();
const outages = () => database().outage.findMany();

/** The last that any node said was this long ago. */
const wasSilentFor = (minutes: number) =>
  pool().query(`UPDATE "NodeHeartbeat" SET "seenAt" = statement_timestamp() - make_interval(mins => $1)`, [
    minutes,
  ]);

beforeEach(async () => {
  await database().outage.deleteMany();
  await database().nodeHeartbeat.deleteMany();
});

test('the first start of all is no outage', async () => {
  const uptime = await keepUptime(pool());
  await uptime.stop();
  expect(await outages()).toEqual([]);
});

test('a start after a stop of more than five minutes records the outage', async () => {
  await beat(pool(), 'a');
  await wasSilentFor(6);
  const uptime = await keepUptime(pool());
  await uptime.stop();
  const [outage, ...others] = await outages();
  expect(others).toEqual([]);
  expect((outage?.until.getTime() ?? 0) - (outage?.from.getTime() ?? 0)).toBeGreaterThan(359_000);
});

test('a node that hung or lost its database records the outage when it is back', async () => {
  await beat(pool(), 'a');
  await wasSilentFor(6);
  await beat(pool(), 'a');
  await beat(pool(), 'a');
  expect(await outages()).toHaveLength(1);
});

test('nodes that come back together record it once', async () => {
  await beat(pool(), 'a');
  await wasSilentFor(6);
  await Promise.all(['a', 'b', 'c', 'd'].map((node) => beat(pool(), node)));
  expect(await outages()).toHaveLength(1);
});

test('there is no outage while another node was up, nor in less than five minutes', async () => {
  await Promise.all(['a', 'b'].map((node) => beat(pool(), node)));
  await wasSilentFor(6);
  await pool().query(`UPDATE "NodeHeartbeat" SET "seenAt" = statement_timestamp() WHERE "nodeId" = 'b'`);
  await beat(pool(), 'a');
  await wasSilentFor(4);
  await beat(pool(), 'a');
  expect(await outages()).toEqual([]);
});
