import { useContext } from 'react';
import { useTranslation } from '~/components/words';
import { ButtonLink } from '~/components/fields';
import { useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import { OpenPages } from '~/components/staff/staff-link';
import type { NextStep } from '~/domain/consultation';

/** The staff pages where each step is taken, the best first; none where there is only to wait. */
const PAGES: Record<NextStep['step'], readonly string[]> = {
  'fill-in': ['plan'],
  'write-questions': ['questions'],
  translate: ['languages'],
  'ask-approval': ['approval'],
  'ask-again': ['approval'],
  decide: ['approval'],
  mend: ['approval'],
  'wait-for-approval': [],
  'wait-for-authors': [],
  'wait-for-opening': ['consultees', 'arrivals'],
  collect: ['arrivals', 'results'],
  'wait-for-closing': ['results'],
  'explain-delay': ['report/delay'],
  understand: ['reading'],
  'decide-late': ['late'],
  'wait-for-reading': ['results'],
  'translate-report': ['languages'],
  'keep-promises': ['report'],
  'read-report': ['report'],
};

/** The one obvious next step with a consultation. */
export function NextStepPanel({
  consultationId,
  next,
  values,
}: {
  consultationId: string;
  next: NextStep;
  /** Dates that the sentences name. */
  values: Record<string, string>;
}) {
  const { t } = useTranslation('plan');
  const at = useAt();
  const pages = useContext(OpenPages);
  const section = next.step === 'fill-in' ? next.section : undefined;
  const page = PAGES[next.step].find((wanted) => pages.includes(wanted));
  const words = section ? { ...values, section: t(`sections.${section}`) } : values;
  const context = values['feedback'] ? undefined : 'undated'; // a past consultation held elsewhere promises nothing
  const tone = ['ask-approval', 'collect', 'wait-for-closing'].includes(next.step) ? 'good' : 'info';
  return (
    <Panel tone={tone} title={t(`next.${next.step}.title`, words)}>
      <p>{t(`next.${next.step}.text`, { ...words, context })}</p>
      {page && (
        <p>
          <ButtonLink
            href={at(`/officer/consultations/${consultationId}/${page}${section ? `/${section}` : ''}`)}
          >
            {t(section ? 'next.fill-in.button' : `next.page.${page}`, words)}
          </ButtonLink>
        </p>
      )}
    </Panel>
  );
}
