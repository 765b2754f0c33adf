import { hasText, type Language, type Localized } from '~/domain/translation';
import type { Question, Questionnaire } from '../questionnaire';
import { mapQuestions } from './edit-questionnaire';

/** An option of the consultation, as a question can ask about it. */
export type AskedOption = { id: string; title: Localized; whyRejected?: Localized | undefined };
type Choice = NonNullable<Question['choices']>[number];

/** Those that a question offers as choices: with a name, and not rejected. */
export function optionsOnOffer<Option extends AskedOption>(
  options: readonly Option[],
  language: Language,
): Option[] {
  return options.filter(({ title, whyRejected }) => hasText(title, language) && !whyRejected);
}

/**
 * The questionnaire after the options of the consultation changed from `before` to `after`. A choice that stands for an
 * option (it has its id) and had its words is renamed with it, in every language that the option is written in; one whose
 * option is no longer on offer goes. Where all options on offer were choices, new ones join them.
 */
export function withOptionsChanged(
  questionnaire: Questionnaire,
  language: Language,
  { before, after }: { before: readonly AskedOption[]; after: readonly AskedOption[] },
): Questionnaire {
  const offeredBefore = optionsOnOffer(before, language);
  const offered = optionsOnOffer(after, language);
  const isGone = ({ id }: Choice) =>
    offeredBefore.some((one) => one.id === id) && !offered.some((one) => one.id === id);
  const added = offered.filter(({ id }) => !offeredBefore.some((one) => one.id === id));

  return mapQuestions(questionnaire, (question) => {
    const choices = question.choices ?? [];
    const isOfOptions = choices.some(({ id }) => before.some((option) => option.id === id));
    if (!isOfOptions || question.type === 'place') return [question];
    const offersAll = offeredBefore.every(({ id }) => choices.some((choice) => choice.id === id));
    const joining = offersAll ? added.filter(({ id }) => choices.every((choice) => choice.id !== id)) : [];
    const place = 1 + choices.findLastIndex(({ id }) => before.some((option) => option.id === id));
    const all = choices.toSpliced(place, 0, ...joining.map(({ id, title }) => ({ id, label: title })));
    return [
      {
        ...question,
        choices: all
          .filter((choice) => !isGone(choice))
          .map((choice) => renamedWith(choice, language, { before, after })),
      },
    ];
  });
}

/** One that has words of its own keeps them. */
function renamedWith(
  choice: Choice,
  language: Language,
  { before, after }: { before: readonly AskedOption[]; after: readonly AskedOption[] },
): Choice {
  const titleIn = (options: readonly AskedOption[]) => options.find(({ id }) => id === choice.id)?.title;
  const title = titleIn(after);
  const hadSameWords = choice.label[language] === titleIn(before)?.[language];
  return title && hadSameWords ? { ...choice, label: { ...choice.label, ...title } } : choice;
}
