import { useTranslation } from '~/components/words';
import type { Route } from './+types/accessibility';
import { useLanguage } from '~/components/language';
import { DataTable } from '~/components/page-parts';
import { BodyAddresses } from '~/components/reading/body-addresses';
import { StandingPage, StandingSection } from '~/components/reading/standing-page';
import { listConsultingBodies } from '~/domain/consultation/consulting-bodies.server';
import { formatDay } from '~/domain/deadline';

/** The day of the check that the statement rests on. */
const PREPARED_ON = '2026-11-22';

/** What is known not to meet a criterion; each is worded in `accessibility.gaps.list`. */
const GAPS = ['parts', 'images'] as const;

export async function loader() {
  return { bodies: await listConsultingBodies() };
}

/** The statement that the Accessibility Regulations 2018 ask for, with their contents in their order. */
export default function Accessibility({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('accessibility');
  const language = useLanguage();
  const words = 'accessibility';
  return (
    <StandingPage words={words}>
      <StandingSection words={words} name="scope" />
      <StandingSection words={words} name="status" />
      <StandingSection words={words} name="gaps">
        <DataTable
          caption={t('gaps.caption')}
          columns={[{ label: t('gaps.criterion') }, { label: t('gaps.gap') }, { label: t('gaps.plan') }]}
          rows={GAPS.map((gap) => [
            t(`gaps.list.${gap}.criterion`),
            t(`gaps.list.${gap}.gap`),
            t(`gaps.list.${gap}.plan`),
          ])}
        />
      </StandingSection>
      <StandingSection words={words} name="burden" />
      <StandingSection words={words} name="outOfScope" />
      <StandingSection words={words} name="preparation" values={{ date: formatDay(PREPARED_ON, language) }} />
      <StandingSection words={words} name="contact">
        <BodyAddresses words={words} part="contact" bodies={loaderData.bodies} />
      </StandingSection>
      <StandingSection words={words} name="enforcement" />
    </StandingPage>
  );
}
