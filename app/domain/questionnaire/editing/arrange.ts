import { z } from 'zod';
import type { Questionnaire } from '../questionnaire';
import { duplicateQuestion, moveQuestion, moveSection, type QuestionnaireItem } from './edit-questionnaire';

/** What a button of the list of questions asks for. */
export type Arrangement = { verb: 'up' | 'down' | 'duplicate'; item: QuestionnaireItem };

/** The value of such a button: `up:question:q3`. */
export const arrangementSchema = z
  .string()
  .regex(/^(up|down|duplicate):(question|section):[a-z0-9][a-z0-9-]{0,39}$/)
  .transform((value): Arrangement => {
    const [verb, kind, id] = value.split(':') as [Arrangement['verb'], QuestionnaireItem['kind'], string];
    return { verb, item: { kind, id } };
  });

/** Moves an item one place, or copies a question. Unknown ids change nothing. */
export function arrange(questionnaire: Questionnaire, { verb, item }: Arrangement): Questionnaire {
  if (verb === 'duplicate') {
    return item.kind === 'question' ? duplicateQuestion(questionnaire, item.id) : questionnaire;
  }
  return item.kind === 'question'
    ? moveQuestion(questionnaire, item.id, verb)
    : moveSection(questionnaire, item.id, verb);
}
