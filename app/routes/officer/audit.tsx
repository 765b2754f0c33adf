import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/audit';
import { Button, ButtonLink } from '~/components/fields';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Pages, Panel } from '~/components/page-parts';
import { AuditEntryList } from '~/components/plan/audit-entry-list';
import { useTimes } from '~/components/reading/use-times';
import { auditPage, latestLink, verifyChain, type AuditCursor } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { signedIn } from '~/middleware/actor.server';

const MOST_LINKS = 2_147_483_647;
const cursorSchema = z
  .string()
  .regex(/^\d{1,10}\.\d{1,18}$/)
  .transform((text): AuditCursor => {
    const [link = '', id = ''] = text.split('.');
    return { link: Math.min(Number(link), MOST_LINKS), id: BigInt(id) };
  });

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const consultation = await consultationFor(context.get(signedIn), 'read-audit', params.id);
  const { searchParams } = new URL(request.url);
  const before = cursorSchema.safeParse(searchParams.get('before')).data;
  const [page, link, verified] = await Promise.all([
    auditPage(params.id, before),
    latestLink(params.id),
    searchParams.has('check') ? verifyChain(params.id) : undefined,
  ]);
  return {
    id: params.id,
    zone: consultation.zone,
    entries: page.entries,
    later: page.next && `${page.next.link}.${page.next.id}`,
    isLaterPage: before !== undefined,
    link: link && { number: link.number, hash: link.hash, at: link.at.toISOString() },
    verified,
  };
}

/** Everything done with a consultation, by whom and when, and whether the trail is whole (requirements G1). */
export default function Audit({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('audit');
  const at = useAt();
  const { id, zone, entries, later, isLaterPage, link, verified } = loaderData;
  const say = useTimes(zone);
  const here = at(`${href('/officer/consultations/:id', { id })}/audit`);
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <p className="lede">{t('intro')}</p>
      {verified?.ok && (
        <Panel tone="good" title={t('check.whole.title')}>
          <p>{t('check.whole.text', { count: verified.links })}</p>
        </Panel>
      )}
      {verified && !verified.ok && (
        <Panel tone="warning" title={t('check.broken.title', { number: verified.number })}>
          <p>{t(`check.because.${verified.because}`)}</p>
          <p>{t('check.broken.text')}</p>
        </Panel>
      )}
      <h2>{t('latest.title')}</h2>
      {link ? (
        <>
          <p>{t('latest.text', { number: link.number, ...say.instant(link.at) })}</p>
          <p>
            <code>{link.hash}</code>
          </p>
        </>
      ) : (
        <p className="soft">{t('latest.none')}</p>
      )}
      <p className="hint">{t('exportHint')}</p>
      <form method="get" action={here} className="row">
        <Button name="check" value="now">
          {t('check.button')}
        </Button>
        <ButtonLink kind="secondary" href={`${here}/export`}>
          {t('export')}
        </ButtonLink>
      </form>
      <h2>{t('entries')}</h2>
      {entries.length > 0 && <AuditEntryList entries={entries} zone={zone} />}
      <Pages first={isLaterPage ? here : undefined} next={later && `${here}?before=${later}`} />
    </>
  );
}
