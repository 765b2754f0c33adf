import { useTranslation } from '~/components/words';
import type { Decision, Outcome } from '~/domain/silence';
import { Conditions } from './conditions';

/** Outcomes that leave nothing for the procedure to ask. */
const SAID_SOMETHING: readonly Outcome[] = ['support', 'objection', 'other-answer', 'withdrew'];

/** The silence procedure for one consultee: every condition, or that it has ended with an answer. */
export function Procedure({ decision, isOver }: { decision: Decision; isOver: boolean }) {
  const { t } = useTranslation('consultees');
  const conditions = <Conditions conditions={decision.conditions} />;
  return (
    <section>
      <h2>{t('conditions.title')}</h2>
      {SAID_SOMETHING.includes(decision.outcome) ? (
        <details>
          <summary>{t('conditions.ended')}</summary>
          {conditions}
        </details>
      ) : (
        <>
          <p>{t(isOver ? 'conditions.after' : 'conditions.before')}</p>
          {conditions}
        </>
      )}
    </section>
  );
}
