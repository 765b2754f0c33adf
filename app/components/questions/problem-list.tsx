import { useTranslation } from '~/components/words';
import { useAt, useLanguage } from '~/components/language';
import { Panel } from '~/components/page-parts';
import type { ConsultationDocument } from '~/domain/consultation';
import {
  checkQuestionnaire,
  type QuestionnaireItem,
  type QuestionnaireProblem,
} from '~/domain/questionnaire';
import { localize } from '~/domain/translation';
import { addressesOf } from './item-addresses';

/** What has to be mended in the questions before they can be published, each linked to the page that mends it. */
export function ProblemList({
  consultationId,
  document,
}: {
  consultationId: string;
  document: ConsultationDocument;
}) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const language = useLanguage();
  const original = document.originalLanguage;
  const problems = checkQuestionnaire(document.questionnaire, [original]).filter(
    ({ code }) => code !== 'no-questions',
  );
  if (problems.length === 0) return null;
  return (
    <Panel tone="warning" title={t('problems.title', { count: problems.length })}>
      <ul>
        {problems.map((problem, index) => {
          const found = itemOf(problem, document);
          if (!found) return <li key={index}>{t(`problems.${problem.code}`)}</li>;
          const addresses = addressesOf(consultationId, found.item);
          const isRouting = problem.code.startsWith('condition-');
          const name = localize(found.text, language, original).text || t('problems.unnamed');
          return (
            <li key={index}>
              <a href={at(isRouting ? addresses.askedWhen : addresses.edit)}>{name}</a>:{' '}
              {t(`problems.${problem.code}`)}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** The question or section that a problem's path (`sections.0.questions.2.label`) lies in. */
function itemOf({ path }: QuestionnaireProblem, document: ConsultationDocument) {
  const [, s, , q] = /^sections\.(\d+)(\.questions\.(\d+))?/.exec(path) ?? [];
  const section = document.questionnaire.sections[Number(s)];
  const question = q === undefined ? undefined : section?.questions[Number(q)];
  if (question)
    return { item: { kind: 'question', id: question.id } as QuestionnaireItem, text: question.label };
  return section && { item: { kind: 'section', id: section.id } as QuestionnaireItem, text: section.title };
}
