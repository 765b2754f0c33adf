import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/response-status';
import { ButtonLink } from '~/components/fields';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { ClearComputer } from '~/components/respond/clear-computer';
import { StatusFacts } from '~/components/respond/status-facts';
import { openTraced } from '~/middleware/traced-response.server';

/** What became of a response so far; never what was answered. */
export function loader(args: Route.LoaderArgs) {
  return openTraced(args);
}

export default function ResponseStatus({ loaderData: traced }: Route.ComponentProps) {
  const { t } = useTranslation('your-response');
  const at = useAt();
  return (
    <div className="answering">
      <PageTitle>{t('status.title')}</PageTitle>
      <h1>{t('status.title')}</h1>
      <StatusFacts traced={traced} />
      {traced.mayChange && (
        <>
          <h2>{t('status.change.title')}</h2>
          <p>{t('status.change.text')}</p>
          <p className="row">
            <ButtonLink kind="secondary" href={at(href('/your-response/change'))}>
              {t('status.change.link')}
            </ButtonLink>
            <a href={at(href('/your-response/withdraw'))}>{t('status.withdraw')}</a>
          </p>
        </>
      )}
      <ClearComputer slug={traced.slug} fate="sent" />
    </div>
  );
}
