import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';
import type { ConsultationDocument } from '~/domain/consultation';
import { questionsOf } from '~/domain/questionnaire';
import { localize } from '~/domain/translation';

/** What a text is, as people would say it: `question.q1.choice.c2` is "Question 1, choice 2". */
export function useTextNames(document: ConsultationDocument): (path: string) => string {
  const { t } = useTranslation('translate');
  const questions = questionsOf(document.questionnaire);
  const lists: Record<string, readonly { id: string }[]> = {
    option: document.options,
    method: document.methods,
    section: document.questionnaire.sections,
    question: questions,
  };
  return (path) => {
    const [kind = '', id = '', name = '', choiceId = ''] = path.split('.');
    const list = lists[kind];
    if (!list) return t(`text.${path}`);
    const number = list.findIndex((item) => item.id === id) + 1;
    if (name !== 'choice') return t(`text.${kind}.${name}`, { number });
    const choices = questions.find((question) => question.id === id)?.choices ?? [];
    return t('text.question.choice', {
      number,
      choice: choices.findIndex((choice) => choice.id === choiceId) + 1,
    });
  };
}

/** The name of a part of the document; a section's is its title. */
export function usePartNames(document: ConsultationDocument): (part: string) => string {
  const { t } = useTranslation('translate');
  const language = useLanguage();
  return (part) => {
    const id = part.startsWith('section.') ? part.slice('section.'.length) : undefined;
    const place = document.questionnaire.sections.findIndex((section) => section.id === id);
    const section = document.questionnaire.sections[place];
    if (!section) return t(`part.${part}`);
    return t('part.section', {
      number: place + 1,
      title: localize(section.title, language, document.originalLanguage).text,
    });
  };
}
