import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/withdraw';
import { Button } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { ClearComputer } from '~/components/respond/clear-computer';
import { withdrawResponse } from '~/domain/response/withdraw-response.server';
import { attempt, readForm } from '~/middleware/forms.server';
import { openTraced, statusAddress } from '~/middleware/traced-response.server';

/** Asks once more before a response is taken back. */
export async function loader(args: Route.LoaderArgs) {
  const traced = await openTraced(args);
  if (!traced.mayChange) throw redirect(statusAddress(args), 303);
  return traced;
}

export async function action(args: Route.ActionArgs) {
  await readForm(args.request);
  return attempt({ typed: {} }, async () => {
    const { id } = await openTraced(args);
    await withdrawResponse(id);
    return redirect(statusAddress(args), 303);
  });
}

export default function Withdraw({ loaderData: traced }: Route.ComponentProps) {
  const { t } = useTranslation('your-response');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  return (
    <div className="answering">
      <PageTitle isRefused={!!refusal}>{t('withdraw.title')}</PageTitle>
      <BackLink href={at(href('/your-response/status'))} />
      <p className="eyebrow">
        <Text of={traced.title} original={traced.originalLanguage} />
      </p>
      <HubForm refusal={refusal}>
        <h1>{t('withdraw.title')}</h1>
        <p className="lede">{t('withdraw.text', { reference: traced.reference })}</p>
        <p>{t('withdraw.again')}</p>
        {traced.hasEmail && <p>{t('withdraw.email')}</p>}
        <Button kind="danger">{t('withdraw.button')}</Button>
      </HubForm>
      <ClearComputer slug={traced.slug} fate="sent" />
    </div>
  );
}
