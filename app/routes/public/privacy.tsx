import { useTranslation } from '~/components/words';
import type { Route } from './+types/privacy';
import { DataTable } from '~/components/page-parts';
import { BodyAddresses } from '~/components/reading/body-addresses';
import { StandingPage, StandingSection } from '~/components/reading/standing-page';
import { listConsultingBodies } from '~/domain/consultation/consulting-bodies.server';

const BEFORE_COOKIES = [
  'what',
  'why',
  'published',
  'confidential',
  'who',
  'silence',
  'retention',
  'rights',
] as const;

/** The cookies of this site by what they are for; all of them strictly necessary. */
const COOKIES = [
  { names: 'hub-draft', purpose: 'draft' },
  { names: 'hub-resume', purpose: 'resume' },
  { names: 'hub-response', purpose: 'response' },
  { names: 'hub-consultee', purpose: 'consultee' },
  { names: 'hub.*', purpose: 'staff' },
] as const;

export async function loader() {
  return { bodies: await listConsultingBodies() };
}

/** The privacy notice (requirements C13, G7). */
export default function Privacy({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('privacy');
  return (
    <StandingPage words="privacy">
      <StandingSection words="privacy" name="controller">
        <BodyAddresses words="privacy" part="controller" bodies={loaderData.bodies} />
      </StandingSection>
      {BEFORE_COOKIES.map((name) => (
        <StandingSection key={name} words="privacy" name={name} />
      ))}
      <StandingSection words="privacy" name="cookies">
        <DataTable
          caption={t('cookies.caption')}
          columns={[
            { label: t('cookies.name') },
            { label: t('cookies.purpose') },
            { label: t('cookies.lasts') },
          ]}
          rows={COOKIES.map(({ names, purpose }) => [
            <code key="name">{names}</code>,
            t(`cookies.list.${purpose}.purpose`),
            t(`cookies.list.${purpose}.lasts`),
          ])}
        />
      </StandingSection>
      <StandingSection words="privacy" name="complain" />
    </StandingPage>
  );
}
