import { useTranslation } from '~/components/words';
import { href, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/find-response';
import { Button, TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Note } from '~/components/respond/answering-page';
import { addressIn } from '~/domain/translation';
import { traceResponse } from '~/domain/response/trace-response.server';
import { keepTrace } from '~/middleware/answering-cookies.server';
import { redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.object({
  reference: z.string('reference-needed').max(200, 'reference-mistyped'),
  phrase: z.string('phrase-needed').max(500, 'trace-not-found'),
});

/** Opens a response to who has its reference and its phrase. Nothing was wrong enough to say which of them is not right. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { clientAddress, language } = context.get(requestFacts);
    const key = await traceResponse({ ...form.value, clientAddress });
    return redirectWithCookies(addressIn(language, href('/your-response/status')), [keepTrace(key)]);
  });
}

export default function FindResponse() {
  const { t } = useTranslation('your-response');
  const refusal = useActionData<typeof action>();
  return (
    <div className="answering">
      <PageTitle isRefused={!!refusal}>{t('find.title')}</PageTitle>
      <Note />
      <HubForm refusal={refusal}>
        <h1>{t('find.title')}</h1>
        <p className="lede">{t('find.lede')}</p>
        <TextField
          name="reference"
          label={t('find.reference.label')}
          hint={t('find.reference.hint')}
          width="medium"
          autoComplete="off"
        />
        <TextField
          name="phrase"
          label={t('find.phrase.label')}
          hint={t('find.phrase.hint')}
          width="full"
          autoComplete="off"
        />
        <Button>{t('find.button')}</Button>
      </HubForm>
      <h2>{t('find.lost.title')}</h2>
      <p>{t('find.lost.text')}</p>
    </div>
  );
}
