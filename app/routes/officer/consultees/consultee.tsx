import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/consultee';
import { Procedure } from '~/components/consultees/procedure';
import { ConsulteeFacts } from '~/components/consultees/consultee-facts';
import { ConsulteeSteps } from '~/components/consultees/consultee-steps';
import { NoticeList } from '~/components/consultees/notice-list';
import { OutcomeTag } from '~/components/consultees/outcome-tag';
import { useMoments } from '~/components/consultees/use-moments';
import { WhatHappened } from '~/components/consultees/what-happened';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { readConsultee } from '~/domain/consultee/consultee-queries.server';
import { signedIn } from '~/middleware/actor.server';

const DONE = ['changed', 'written', 'recorded', 'extended', 'withdrew', 'contested', 'decided'];

export async function loader({ request, params: { id, consulteeId }, context }: Route.LoaderArgs) {
  const done = new URL(request.url).searchParams.get('done') ?? '';
  const page = await readConsultee(context.get(signedIn), { consultationId: id, consulteeId });
  return { ids: { id, consulteeId }, done: DONE.includes(done) ? done : undefined, ...page };
}

/** One consultee: where it stands, each condition of the silence procedure, and all that happened. */
export default function Consultee({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const { t: words } = useTranslation('silence');
  const at = useAt();
  const { ids, done, zone, rights, consultee, hasProcedure, isOver, extension } = loaderData;
  const moments = useMoments(zone);
  const { decision } = consultee;
  return (
    <>
      <PageTitle>{consultee.name}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/consultees', { id: ids.id }))}>
        {t('register.title')}
      </BackLink>
      <h1>
        <bdi>{consultee.name}</bdi>
      </h1>
      {done && (
        <Panel tone="good">
          <p>{t(`done.${done}`)}</p>
        </Panel>
      )}
      {decision && (
        <p>
          <OutcomeTag decision={decision} /> {decision.reason && words(`because.${decision.reason}`)}
        </p>
      )}
      {extension && (
        <Panel tone="warning" title={t('proposal.title')}>
          <p>{t('proposal.text', { day: moments.dayOn(extension.closesOn), count: extension.extraDays })}</p>
        </Panel>
      )}
      <ConsulteeSteps {...loaderData} />
      <ConsulteeFacts zone={zone} consultee={consultee} />
      <section>
        <h2>{t('notices.title')}</h2>
        <NoticeList ids={ids} zone={zone} mayOpen={rights.record} notices={consultee.notices} />
      </section>
      <WhatHappened ids={ids} zone={zone} rights={rights} consultee={consultee} />
      {decision && hasProcedure && <Procedure decision={decision} isOver={isOver} />}
    </>
  );
}
