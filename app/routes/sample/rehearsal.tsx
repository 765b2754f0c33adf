import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/rehearsal';
import { TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Panel } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { deadlineParts, instantParts, openingInstant } from '~/domain/deadline';
import {
  findNextDeadline,
  findRehearsalClock,
  moveClockTo,
  requireRehearsal,
  returnToRealTime,
} from '~/domain/rehearsal/move-clock.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { configuration } from '~/platform/configuration.server';

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('move'),
    day: z.iso.date('day-missing'),
    time: z.string('time-missing').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-missing'),
  }),
  z.object({ intent: z.literal('next-deadline') }),
  z.object({ intent: z.literal('real-time') }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const { now, isRealTime, isHeld } = await findRehearsalClock();
  const next = await findNextDeadline();
  const { language } = context.get(requestFacts);
  const { zone } = configuration();
  return {
    isRealTime,
    isHeld,
    now: instantParts(now, zone, language),
    next: next && {
      kind: next.isClosing ? 'closing' : 'opening',
      ...(next.isClosing ? deadlineParts(next.at, zone, language) : instantParts(next.at, zone, language)),
    },
    today: now.toZonedDateTimeISO(zone).toPlainDate().toString(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireRehearsal();
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    switch (form.value.intent) {
      case 'move': {
        const { day: date, time } = form.value;
        await moveClockTo(openingInstant({ date, time, zone: configuration().zone }));
        break;
      }
      case 'next-deadline': {
        const next = await findNextDeadline();
        if (next) await moveClockTo(next.at.add({ seconds: 1 }));
        break;
      }
      case 'real-time':
        await returnToRealTime();
    }
    return redirect(addressIn(context.get(requestFacts).language, href('/rehearsal')), 303);
  });
}

/** The sample hub's clock, which anybody may move to see what a deadline does. */
export default function Rehearsal({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('sample');
  const refusal = useActionData<typeof action>();
  const { now, next, today, isRealTime, isHeld } = loaderData;
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('clock.title')}</PageTitle>
      <h1>{t('clock.title')}</h1>
      <p className="lede">{t('clock.lede')}</p>
      <Panel title={t('clock.now', now)}>
        <p>{t(isHeld ? 'clock.held' : isRealTime ? 'clock.real' : 'clock.moved')}</p>
      </Panel>
      {next && (
        <form method="post" className="intent-form">
          <button type="submit" name="intent" value="next-deadline" className="button">
            {t('clock.nextButton')}
          </button>
          <p className="soft">{t(`clock.next.${next.kind}`, next)}</p>
        </form>
      )}
      <h2>{t('clock.move')}</h2>
      <HubForm refusal={refusal}>
        <input type="hidden" name="intent" value="move" />
        <TextField name="day" label={t('clock.day')} type="date" width="short" defaultValue={today} />
        <TextField name="time" label={t('clock.time')} type="time" width="short" defaultValue="12:00" />
        <button type="submit" className="button button-secondary">
          {t('clock.moveButton')}
        </button>
      </HubForm>
      {!isRealTime && (
        <>
          <h2>{t('clock.back')}</h2>
          <form method="post" className="intent-form">
            <p>{t('clock.backText')}</p>
            <button type="submit" name="intent" value="real-time" className="button button-secondary">
              {t('clock.backButton')}
            </button>
          </form>
        </>
      )}
    </>
  );
}
