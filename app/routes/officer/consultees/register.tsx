import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/register';
import { NextSteps } from '~/components/consultees/next-steps';
import { OutcomeCounts } from '~/components/consultees/outcome-counts';
import { RegisterList } from '~/components/consultees/register-list';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Pages, Panel } from '~/components/page-parts';
import { readRegister } from '~/domain/consultee/consultee-queries.server';
import { countReportLetters } from '~/domain/feedback/report-letters.server';
import { signedIn } from '~/middleware/actor.server';
import { positiveIn } from '~/middleware/search-parameters';

const PAGE = 50;
const DONE = ['added', 'imported', 'removed', 'sent'];

export async function loader({ request, params: { id }, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const done = search.get('done') ?? '';
  const page = positiveIn(search, 'page') ?? 1;
  const register = await readRegister(context.get(signedIn), id);
  const { respondents } = await countReportLetters(id);
  return {
    id,
    page,
    done: DONE.includes(done) ? done : undefined,
    register,
    lettersDue: register.lettersDue + respondents,
  };
}

/** The register of consultees: who is formally asked, what each was sent, and where each stands. */
export default function Register({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const { id, page, done, register, lettersDue } = loaderData;
  const { consultees, summary, rights, isOver, hasProcedure, isPublished, zone } = register;
  const base = at(href('/officer/consultations/:id/consultees', { id }));
  const shown = consultees.slice((page - 1) * PAGE, page * PAGE);
  return (
    <>
      <PageTitle>{t('register.title')}</PageTitle>
      <h1>{t('register.title')}</h1>
      {done && (
        <Panel tone="good">
          <p>{t(`done.${done}`)}</p>
        </Panel>
      )}
      <p className="lede">
        {t(isPublished && !hasProcedure ? 'register.ledeWithoutProcedure' : 'register.lede')}
      </p>
      <NextSteps id={id} register={register} lettersDue={lettersDue} />
      {rights.write && !isOver && (
        <p className="row">
          <a href={at(href('/officer/consultations/:id/consultees/add', { id }))}>{t('register.add')}</a>
          <a href={at(href('/officer/consultations/:id/consultees/import', { id }))}>
            {t('register.import')}
          </a>
        </p>
      )}
      {consultees.length === 0 ? (
        <p>{t('register.empty')}</p>
      ) : (
        <>
          <RegisterList id={id} zone={zone} consultees={shown} />
          <Pages
            previous={page > 1 ? `${base}?page=${page - 1}` : undefined}
            next={page * PAGE < consultees.length ? `${base}?page=${page + 1}` : undefined}
          />
          {summary && (
            <section>
              <h2>{t('counts.title')}</h2>
              <OutcomeCounts summary={summary} />
            </section>
          )}
        </>
      )}
    </>
  );
}
