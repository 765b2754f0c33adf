import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/problem-sent';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { publishedConsultation } from '~/domain/consultation/public-queries.server';

export async function loader({ params }: Route.LoaderArgs) {
  const { slug } = await publishedConsultation(params.slug);
  return { slug };
}

export default function ProblemSent({ loaderData: { slug } }: Route.ComponentProps) {
  const { t } = useTranslation('problems');
  const at = useAt();
  return (
    <>
      <PageTitle>{t('sent.title')}</PageTitle>
      <h1>{t('sent.title')}</h1>
      <p className="lede">{t('sent.text')}</p>
      <p>{t('sent.next')}</p>
      <p>
        <a href={at(href('/consultations/:slug', { slug }))}>{t('backToConsultation')}</a>
      </p>
    </>
  );
}
