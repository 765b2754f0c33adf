import { useTranslation } from '~/components/words';
import { redirect, useActionData } from 'react-router';
import type { Route } from './+types/check';
import { Button } from '~/components/fields';
import { HubForm } from '~/components/form';
import { Panel } from '~/components/page-parts';
import { AnsweringPage, DraftKey } from '~/components/respond/answering-page';
import { CheckedAbout } from '~/components/respond/checked-about';
import { CheckedAnswers } from '~/components/respond/checked-answers';
import { useDeadlineWords } from '~/components/respond/deadline-notice';
import { frameOf } from '~/components/respond/frame';
import { backPath } from '~/components/respond/step-path';
import { HubError } from '~/domain/hub-error';
import { stepOf, type SectionStep } from '~/domain/response';
import { submitResponse } from '~/domain/response/submit-response.server';
import {
  answeringOf,
  draftFor,
  equalityAddress,
  openAnswering,
  receiptAddress,
  requireOwnForm,
  requireReached,
  startAddress,
} from '~/middleware/answering.server';
import { attempt, readForm, type SentForm } from '~/middleware/forms.server';

/** Everything that was answered, to be read once more before it is sent. */
export async function loader(args: Route.LoaderArgs) {
  const answering = await openAnswering(args);
  const { draft, journey, language } = answering;
  const step = requireReached(args, answering, stepOf(journey, 'check'));
  return {
    frame: frameOf(draft, language),
    sections: journey.steps.filter((one): one is SectionStep => one.page === 'section'),
    answers: draft.answers,
    about: draft.about,
    isChange: draft.replacesId !== null,
    back: backPath(draft.slug, journey, step, false),
  };
}

/** Sends the answer. The same form twice leads to the same receipt. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  return attempt({ typed: {} }, () => sendDraft(args, form));
}

async function sendDraft(args: Route.ActionArgs, form: SentForm): Promise<Response> {
  const { fields, receivedAtMark } = form;
  const draft = await draftFor(args);
  if (!draft) return redirect(startAddress(args, 'no-draft'), 303);
  requireOwnForm(fields, draft, { isKeyNeeded: true });
  if (draft.submittedAt) return redirect(receiptAddress(args, 'repeated'), 303);
  const answering = await answeringOf(args, draft);
  requireReached(args, answering, stepOf(answering.journey, 'check'));
  const { outcome } = await submitResponse({
    draft: { ...draft, language: answering.language },
    receivedAtMark,
  });
  if (outcome === 'changed') return sendDraft(args, form); // in another tab, at the same moment: what is stored now is sent
  if (outcome === 'not-open') throw new HubError('answering-not-open', { status: 409 });
  return redirect(outcome === 'repeated' ? receiptAddress(args, 'repeated') : equalityAddress(args), 303);
}

export default function CheckAnswers({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('respond');
  const refusal = useActionData<typeof action>();
  const words = useDeadlineWords();
  const { frame, sections, answers, about, isChange, back } = loaderData;
  const isLate = frame.deadline.left === 'over';
  return (
    <AnsweringPage frame={frame} title={t('check.title')} back={back} isRefused={!!refusal}>
      <HubForm refusal={refusal}>
        <DraftKey frame={frame} />
        <h1>{t('check.title')}</h1>
        {isChange && (
          <Panel title={t('check.changing.title')}>
            <p>{t(isLate ? 'check.changing.late' : 'check.changing.text')}</p>
          </Panel>
        )}
        {sections.map((step) => (
          <CheckedAnswers key={step.section.id} frame={frame} step={step} answers={answers} />
        ))}
        <CheckedAbout slug={frame.slug} about={about} />
        <h2>{t('check.send.title')}</h2>
        <p>{isLate ? t('check.send.late') : t('check.send.text', { deadline: words(frame.deadline) })}</p>
        <Button>{t(isLate ? 'check.send.lateButton' : 'check.send.button')}</Button>
      </HubForm>
    </AnsweringPage>
  );
}
