import { wordsIn } from '~/components/words';
import { sidesOf } from '~/domain/feedback';
import type { WorkingReport } from '~/domain/feedback/report-queries.server';
import { questionsOf } from '~/domain/questionnaire';
import { LANGUAGES, type Localized } from '~/domain/translation';
import { answerWordsInAll } from './answer-words';
import type { FindingChoices } from './finding-form';

/** What a finding of this report can be about, with the sides of each closed question in words. */
export function findingChoices({ document, results, themes }: WorkingReport): FindingChoices {
  const ownWords = { ...answerWordsInAll(), ...sideWords() };
  return {
    themes: themes.filter(({ isRetired, responses }) => !isRetired || responses > 0),
    questions: questionsOf(document.questionnaire).map((question) => {
      const result = results.questions.find((one) => one.question.id === question.id);
      const labels = new Map(question.choices?.map(({ id, label }) => [id, label]));
      return {
        id: question.id,
        label: question.label,
        sides: (result ? sidesOf(result) : []).map((id) => ({
          id,
          label: labels.get(id) ?? ownWords[id] ?? {},
        })),
      };
    }),
    options: document.options,
  };
}

/** The sides of an agreement scale: strong and plain answers together. */
function sideWords(): Record<string, Localized> {
  return Object.fromEntries(
    ['agree', 'neither', 'disagree'].map((side) => [
      side,
      Object.fromEntries(
        LANGUAGES.map((language) => [language, wordsIn(language, 'report').t(`side.${side}`)]),
      ),
    ]),
  );
}
