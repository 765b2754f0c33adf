import { useTranslation } from '~/components/words';
import { data, redirect, useActionData } from 'react-router';
import type { Route } from './+types/section';
import { Button } from '~/components/fields';
import { HubForm } from '~/components/form';
import { Paragraphs, Text, useLanguage } from '~/components/language';
import { answerFieldErrors } from '~/components/respond/answer-errors';
import { AnsweringPage, DraftKey } from '~/components/respond/answering-page';
import { frameOf } from '~/components/respond/frame';
import { QuestionField } from '~/components/respond/question-fields';
import { RevealedPanel } from '~/components/respond/revealed-panel';
import { backPath } from '~/components/respond/step-path';
import { notFound } from '~/domain/hub-error';
import { answerTo, readSection, type AnswerError, type Answers } from '~/domain/questionnaire';
import { journeyOf, sectionCount, sectionStep, stepAfter, type SectionStep } from '~/domain/response';
import { saveSection } from '~/domain/response/save-draft.server';
import { localize } from '~/domain/translation';
import {
  addressAfter,
  comesFromCheck,
  draftFor,
  openAnswering,
  requireOwnForm,
  requireReached,
  sameAddress,
  saveAddress,
} from '~/middleware/answering.server';
import { attempt, readForm, typedIn } from '~/middleware/forms.server';
import { restartWith } from '~/middleware/restart-answer.server';

/** One section of the questions. */
export async function loader(args: Route.LoaderArgs) {
  const answering = await openAnswering(args);
  const step = openSection(args, answering);
  const { draft, journey, language } = answering;
  const opened = new URL(args.request.url).searchParams.get('opened')?.split(',') ?? [];
  return {
    frame: frameOf(draft, language),
    section: step.section,
    shown: step.questions.map(({ id }) => id),
    opened: step.questions.filter(({ id }) => opened.includes(id)),
    answers: answersOnPage(step, draft.answers),
    count: sectionCount(journey, step),
    back: backPath(draft.slug, journey, step, comesFromCheck(args.request)),
  };
}

/** What the page shows: not the words of other pages. */
function answersOnPage({ questions }: SectionStep, answers: Answers): Answers {
  const asked = new Set(questions.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

function openSection(args: Route.LoaderArgs, answering: Awaited<ReturnType<typeof openAnswering>>) {
  const { sectionId } = args.params;
  if (!answering.questionnaire.sections.some(({ id }) => id === sectionId)) throw notFound();
  return requireReached(args, answering, sectionStep(answering.journey, sectionId));
}

export async function action(args: Route.ActionArgs) {
  const { fields } = await readForm(args.request);
  const typed = typedIn(fields);
  return attempt({ typed }, async () => {
    const restarted = (await draftFor(args)) ? undefined : await restartWith(args, fields);
    if (restarted) return restarted;
    const answering = await openAnswering(args);
    const { section } = openSection(args, answering);
    const { draft, questionnaire, language } = answering;
    requireOwnForm(fields, draft);
    const read = readSection(section, fields, questionnaire, draft.answers);
    const isLeaving = fields.get('intent') === 'leave';
    const toMend = isLeaving ? withoutMissing(read.errors) : read.errors;
    if (Object.keys(toMend).length > 0) {
      const errors = answerFieldErrors(section.questions, toMend, language, draft.originalLanguage);
      return data({ errors, typed: read.typed, shown: read.shown.map(({ id }) => id) }, 400);
    }
    const answers = { ...read.answers, ...read.kept };
    if (isLeaving) {
      await saveSection(draft, section, answers, language, { isDone: false });
      return redirect(saveAddress(args), 303);
    }
    const journey = journeyOf(questionnaire, await saveSection(draft, section, answers, language));
    const step = sectionStep(journey, section.id);
    const opened = read.revealed.map(({ id }) => id).join(',');
    if (step && opened) return redirect(sameAddress(args.request, opened), 303);
    return redirect(addressAfter(args, journey, step && stepAfter(journey, step)), 303);
  });
}

/** Who leaves half way has not finished: what is wrong has to be mended to be kept, what is missing has not. */
function withoutMissing(errors: Record<string, AnswerError>): Record<string, AnswerError> {
  return Object.fromEntries(Object.entries(errors).filter(([, { code }]) => code !== 'required'));
}

export default function SectionPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('respond');
  const language = useLanguage();
  const refusal = useActionData<typeof action>();
  const { frame, section, opened, answers, count, back } = loaderData;
  const original = frame.originalLanguage;
  const shown = refusal && 'shown' in refusal ? refusal.shown : loaderData.shown;
  const questions = section.questions.filter(({ id }) => shown.includes(id));
  return (
    <AnsweringPage
      frame={frame}
      title={localize(section.title, language, original).text}
      back={back}
      isRefused={!!refusal}
      canSave={false}
    >
      <HubForm refusal={refusal}>
        <DraftKey frame={frame} />
        <p className="steps">{t('section.progress', count)}</p>
        <h1>
          <Text of={section.title} original={original} />
        </h1>
        <Paragraphs of={section.introduction} original={original} />
        {!refusal && <RevealedPanel questions={opened} original={original} />}
        {questions.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            answer={answerTo(answers, question.id)}
            original={original}
          />
        ))}
        <p className="row">
          <Button>{t('continue')}</Button>
          <Button kind="quiet" name="intent" value="leave">
            {t('save.title')}
          </Button>
        </p>
      </HubForm>
    </AnsweringPage>
  );
}
