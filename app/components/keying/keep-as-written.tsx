import { CheckboxGroup, type Choice } from '~/components/fields';
import { Text } from '~/components/language';
import { useTranslation } from '~/components/words';
import { KEEP_AS_WRITTEN } from '~/domain/keying';
import { fieldOf, questionsOf, writtenFor, type Questionnaire } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import type { RefusedForm } from './optional-part';

/** After a refusal: what is no answer, each to be kept word for word if the sheet says so (requirements R3). */
export function KeepAsWritten({
  refusal,
  questionnaire,
  original,
}: {
  refusal: RefusedForm | undefined;
  questionnaire: Questionnaire;
  original: Language;
}) {
  const { t } = useTranslation('keying');
  if (!refusal) return null;
  const { errors, typed = {} } = refusal;
  const isOffered = (field: string) => field in errors || typed[KEEP_AS_WRITTEN]?.includes(field);
  const form = new URLSearchParams(
    Object.entries(typed).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  const misfits = questionsOf(questionnaire).flatMap((question, index): Choice[] => {
    const value = fieldOf(question.id);
    const written = isOffered(value) ? writtenFor(question, form) : undefined;
    if (!written) return [];
    const label = (
      <>
        {t('question', { number: index + 1 })} <Text of={question.label} original={original} />
      </>
    );
    return [{ value, label: <bdi>{written}</bdi>, hint: label }];
  });
  const email = form.get('email');
  if (email && isOffered('email'))
    misfits.push({ value: 'email', label: <bdi>{email}</bdi>, hint: t('about.email') });
  if (misfits.length === 0) return null;
  return (
    <CheckboxGroup
      name={KEEP_AS_WRITTEN}
      label={t('asWritten.title')}
      hint={t('asWritten.hint')}
      choices={misfits}
    />
  );
}
