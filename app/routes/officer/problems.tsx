import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/problems';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Pages } from '~/components/page-parts';
import { ProblemCard } from '~/components/problems/problem-card';
import { listProblems } from '~/domain/consultation/problem-queries.server';
import { signedIn } from '~/middleware/actor.server';

const pageSchema = z.coerce.number().int().min(1).max(10_000).catch(1);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const page = pageSchema.parse(new URL(request.url).searchParams.get('page') ?? 1);
  return { page, id: params.id, ...(await listProblems(context.get(signedIn), params.id, page)) };
}

/** What was reported about a consultation, unanswered first (requirements C12). */
export default function Problems({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('problems');
  const at = useAt();
  const { id, page, problems, hasMore, zone, mayReply } = loaderData;
  const address = (number: number) =>
    `${at(href('/officer/consultations/:id/problems', { id }))}?page=${number}`;
  return (
    <>
      <PageTitle>{t('officer.title')}</PageTitle>
      <h1>{t('officer.title')}</h1>
      {problems.length === 0 && <p>{t('officer.none')}</p>}
      <ul className="card-list">
        {problems.map((problem) => (
          <li key={problem.id}>
            <ProblemCard problem={problem} consultationId={id} zone={zone} mayReply={mayReply} />
          </li>
        ))}
      </ul>
      <Pages
        previous={page > 1 ? address(page - 1) : undefined}
        next={hasMore ? address(page + 1) : undefined}
      />
    </>
  );
}
