import { useTranslation } from '~/components/words';
import {
  EQUALITY_CHOICES,
  ETHNIC_DETAILS,
  equalityFieldOf,
  ethnicDetailFieldOf,
  isEthnicGroup,
  type EqualityQuestion,
} from '~/domain/equality';
import { RadioGroup, type Choice } from '../fields';

/**
 * The equality questions inside a HubForm; the second step of two of them opens under the answer it belongs to.
 * `noAnswer`, where a clerk keys: the choice that takes an answer back, and with it its second step.
 */
export function EqualityFields({ noAnswer }: { noAnswer?: Choice }) {
  const { t } = useTranslation('equality');
  const details: Partial<Record<EqualityQuestion, (value: string) => React.ReactNode>> = {
    health: (value) => value === 'yes' && <Group question="limits" />,
    ethnicGroup: (value) => <EthnicDetail group={value} />,
  };
  return (
    <>
      {(['age', 'health', 'ethnicGroup'] as const).map((question) => (
        <div key={question} className="question">
          <RadioGroup
            name={equalityFieldOf(question)}
            label={t(`${question}.label`)}
            isOptional
            choices={[
              ...EQUALITY_CHOICES[question].map((value): Choice => ({
                value,
                label: t(`${question}.${value}`),
                detail: details[question]?.(value) || undefined,
              })),
              ...(noAnswer ? [noAnswer] : []),
            ]}
          />
        </div>
      ))}
    </>
  );
}

function Group({ question }: { question: EqualityQuestion }) {
  const { t } = useTranslation('equality');
  return (
    <div className="revealed">
      <RadioGroup
        name={equalityFieldOf(question)}
        label={t(`${question}.label`)}
        isOptional
        choices={EQUALITY_CHOICES[question].map((value) => ({ value, label: t(`${question}.${value}`) }))}
      />
    </div>
  );
}

function EthnicDetail({ group }: { group: string }) {
  const { t } = useTranslation('equality');
  if (!isEthnicGroup(group)) return null;
  return (
    <div className="revealed">
      <RadioGroup
        name={ethnicDetailFieldOf(group)}
        label={t('ethnicDetail.label')}
        isOptional
        choices={ETHNIC_DETAILS[group].map((value) => ({ value, label: t(`ethnicDetail.${value}`) }))}
      />
    </div>
  );
}
