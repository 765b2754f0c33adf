import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { aConsultationOfConsultees, aConsultee, notify, type Setting } from '#/test/support/consultees';
import { START, useHub } from '#/test/support/hub';
import { anArrival, keyed } from '#/test/support/keyed';
import { linkToSaved, sendAll, start } from '#/test/support/respondent';
import { databaseInClear } from '#/test/support/table-contents';
import { setAsideArrival } from '~/domain/arrival/set-aside-arrival.server';
import { attachScan } from '~/domain/arrival/attach-scan.server';
import { reportProblem } from '~/domain/consultation/report-problem.server';
import { replyToProblem } from '~/domain/consultation/reply-to-problem.server';
import { forgetRespondents } from '~/domain/response/forget-respondents.server';
import { database } from '~/platform/database/database.server';
import { crontab, tasks } from '~/tasks.server';

const hub = useHub();
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
let setting: Setting;

beforeEach(async () => {
  await hub.setClock(START);
  setting = await aConsultationOfConsultees();
});

/** The instant when the names of `setting` are to be erased, so many milliseconds later; the same hour of the day by local time. */
async function untilErasure(milliseconds = 0): Promise<string> {
  const { closesAt } = await database().consultation.findUniqueOrThrow({
    where: { id: setting.consultation.id },
  });
  return Temporal.Instant.fromEpochMilliseconds(closesAt?.getTime() ?? 0)
    .toZonedDateTimeISO('Europe/London')
    .add({ months: 24 })
    .toInstant()
    .add({ milliseconds })
    .toString();
}

/** One of each thing that names a person; answers the words that must go. */
async function everyNaming() {
  const { consultation, clerk, author } = setting;
  const mark = randomUUID().slice(0, 8);
  await sendAll(hub, consultation.slug, {
    about: { standing: 'individual', email: `web-${mark}@example.org`, name: `Webb ${mark}` },
  });
  const letter = await anArrival(clerk, consultation, { sender: `Penn ${mark}`, note: `For Aunt ${mark}` });
  await attachScan(clerk.actor, consultation.id, { arrivalId: letter.id, scan: new Uint8Array(PNG) });
  const { responseId } = await keyed(clerk, consultation, letter, {
    name: `Penn ${mark}`,
    postalAddress: `${mark} Mill Lane`,
    helper: `Niece ${mark}`,
    interpreter: `Interpreter ${mark}`,
    onBehalfOf: `Mother ${mark}`,
    pages: '1-2',
  });
  const query = await anArrival(clerk, consultation, { note: `Query of ${mark}` });
  await setAsideArrival(clerk.actor, consultation.id, { arrivalId: query.id, reason: 'A query' });
  await reportProblem({
    slug: consultation.slug,
    text: 'The map is upside down',
    email: `problem-${mark}@example.org`,
    language: 'en',
    formKey: randomUUID(),
    clientAddress: '127.0.0.1',
  });
  const problem = await database().problemReport.findFirstOrThrow({
    where: { consultationId: consultation.id },
  });
  await replyToProblem(author.actor, {
    consultationId: consultation.id,
    problemId: problem.id,
    reply: 'We turned it',
    publicText: 'The map is upside down',
  });
  const unsent = await start(hub, consultation.slug);
  await linkToSaved(hub, unsent, consultation.slug, `later-${mark}@example.org`);
  await hub.runJobs();
  await database().responseDraft.deleteMany(); // forgotten by a job of their own
  return { mark, responseId, letter };
}

const entries = async () =>
  (await database().auditEntry.findMany({ where: { chainId: setting.consultation.id } }))
    .map(({ line }) => JSON.parse(line) as { action: string; actor: string; subject: object })
    .filter(({ action }) => action === 'respondents.forgotten')
    .map(({ actor, subject }) => ({ actor, subject }));

test('when the published months are over, nothing of the hub names a respondent any more', async () => {
  const { mark, responseId, letter } = await everyNaming();
  await hub.setClock(await untilErasure(-1));
  await forgetRespondents();
  expect((await databaseInClear()).split(mark).length).toBeGreaterThan(10);
  expect(await entries()).toEqual([]);

  await hub.setClock(await untilErasure());
  await forgetRespondents();
  expect((await databaseInClear()).includes(mark)).toBe(false);
  expect(await entries()).toEqual([
    {
      actor: 'hub',
      subject: { contacts: 2, addresses: 3, helpers: 1, senders: 2, scans: 1, problems: 1 },
    },
  ]);
  const { provenance } = await database().response.findUniqueOrThrow({ where: { id: responseId } });
  expect(provenance).toEqual({ sheetVersion: 1, pages: '1-2', flags: [] });
  expect(await database().arrival.findUniqueOrThrow({ where: { id: letter.id } })).toMatchObject({
    sender: null,
    note: null,
    scanId: null,
    receivedEvidence: 'Date stamp of the post room',
  });
});

test('answers stay, and so do the names that are published to be kept longer', async () => {
  setting = await aConsultationOfConsultees({ document: { retentionMonths: 25 } });
  const { mark } = await everyNaming();
  const named = async () => (await databaseInClear()).split(mark).length;
  const before = [await named(), await database().textAnswer.count(), await database().answerSheet.count()];
  await hub.setClock(await untilErasure());
  await forgetRespondents();
  expect(await named()).toBe(before[0]);
  expect([await database().textAnswer.count(), await database().answerSheet.count()]).toEqual(
    before.slice(1),
  );
  await hub.setClock(await untilErasure(32 * 24 * 60 * 60 * 1000));
  await forgetRespondents();
  expect(await named()).toBe(1);
  expect([await database().textAnswer.count(), await database().answerSheet.count()]).toEqual(
    before.slice(1),
  );
});

test('a second run, and two at once, erase nothing more and record nothing more', async () => {
  await everyNaming();
  await hub.setClock(await untilErasure());
  await Promise.all([forgetRespondents(), forgetRespondents()]);
  await forgetRespondents();
  expect(await entries()).toHaveLength(1);
});

test('what comes in batches is erased to the last, each batch with its entry', async () => {
  await everyNaming();
  await hub.setClock(await untilErasure());
  await forgetRespondents(1);
  const counted = (await entries()).map(({ subject }) => (subject as { contacts: number }).contacts);
  expect(counted).toEqual([1, 1, 0]);
  expect(await database().contact.count()).toBe(0);
});

test('a letter that is not keyed yet keeps its sender and scan; the next run after it is keyed takes them', async () => {
  const { consultation, clerk } = setting;
  const line = await anArrival(clerk, consultation, { sender: 'Penn' });
  await attachScan(clerk.actor, consultation.id, { arrivalId: line.id, scan: new Uint8Array(PNG) });
  await hub.setClock(await untilErasure());
  await forgetRespondents();
  const sender = () =>
    database().arrival.findUniqueOrThrow({ where: { id: line.id }, select: { sender: true } });
  expect(await sender()).toEqual({ sender: 'Penn' });
  await keyed(clerk, consultation, line);
  await forgetRespondents();
  expect(await sender()).toEqual({ sender: null });
});

test('the register of consultees and its notices stay', async () => {
  const consultee = await aConsultee(setting, { email: 'consultee@example.org' });
  await notify(setting, [consultee]);
  await hub.runJobs();
  const kept = () =>
    database().consultee.findUniqueOrThrow({ where: { id: consultee }, include: { notices: true } });
  const before = await kept();
  await hub.setClock(await untilErasure());
  await forgetRespondents();
  expect(await kept()).toEqual(before);
  expect(await database().delivery.count({ where: { toAddress: 'consultee@example.org' } })).toBe(1);
});

test('the names in a response leave it when their time is over, not before, and nothing else ever', async () => {
  const { responseId } = await everyNaming();
  const erase = () =>
    database()
      .$executeRaw`UPDATE "Response" SET provenance = without_names(provenance) WHERE id = ${responseId}::uuid`;
  await expect(erase()).rejects.toThrow('never changed');
  await hub.setClock(await untilErasure());
  await expect(
    database().response.update({ where: { id: responseId }, data: { provenance: { pages: '1' } } }),
  ).rejects.toThrow('never changed');
  await expect(
    database().response.update({ where: { id: responseId }, data: { isLate: true } }),
  ).rejects.toThrow('never changed');
  expect(await erase()).toBe(1);
});

test('respondents are forgotten every day by a job that exists', () => {
  expect(crontab).toMatch(/^\d+ \d+ \* \* \* forget-respondents$/m);
  expect(tasks['forget-respondents']).toBeTypeOf('function');
});
