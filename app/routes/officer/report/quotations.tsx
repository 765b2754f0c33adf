import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/quotations';
import { Button, TextField } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { BackLink, Pages, Tag } from '~/components/page-parts';
import { QuotableText } from '~/components/report/quotable-text';
import { useTranslation } from '~/components/words';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { chooseQuotation, removeQuotation } from '~/domain/feedback/choose-quotation.server';
import { readFindingRow } from '~/domain/feedback/finding-queries.server';
import { quotableTexts, quotationsOf } from '~/domain/feedback/quotation-queries.server';
import { quotationFormSchema } from '~/domain/feedback/report-forms';
import { addressIn, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { positiveIn } from '~/middleware/search-parameters';

export async function loader({ request, context, params: { id, findingId } }: Route.LoaderArgs) {
  const consultation = await consultationFor(context.get(signedIn), 'report', id);
  const finding = await readFindingRow(id, findingId);
  const search = new URL(request.url).searchParams;
  const page = positiveIn(search, 'page') ?? 1;
  const words = search.get('words')?.replaceAll('\u0000', '').toWellFormed().slice(0, 200) || undefined;
  const [chosen, offered] = await Promise.all([
    quotationsOf(id, { findingId }),
    quotableTexts(id, { themeIds: finding.themeIds, words, page }),
  ]);
  return {
    id,
    finding,
    original: languageSchema.parse(consultation.originalLanguage),
    isReported: consultation.reportedAt !== null,
    chosen,
    offered,
    page,
    words,
  };
}

export async function action({ request, context, params: { id, findingId } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'report', id);
  const form = await parseForm(request, quotationFormSchema);
  if (!form.ok) return form.refusal;
  const { value } = form;
  return attempt(form, async () => {
    if (value.intent === 'remove') await removeQuotation(actor, id, { quotationId: value.quotation });
    else
      await chooseQuotation(actor, id, {
        ...value,
        findingId,
        responseId: value.response,
        questionId: value.question,
      });
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(
        language,
        href('/officer/consultations/:id/report/findings/:findingId/quotations', { id, findingId }),
      ),
      303,
    );
  });
}

/** The quotations of one finding, and the texts of people who agreed to publication to choose from. */
export default function Quotations({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('report');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, finding, original, chosen, offered, page, words } = loaderData;
  const address = at(
    href('/officer/consultations/:id/report/findings/:findingId/quotations', { id, findingId: finding.id }),
  );
  const pageAddress = (number: number) =>
    `${address}?${new URLSearchParams({ ...(words && { words }), page: String(number) })}`;
  const refused = offered.texts.find(
    ({ responseId, questionId }) =>
      refusal?.typed['response']?.[0] === responseId && refusal.typed['question']?.[0] === questionId,
  );
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('quotations.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/report', { id }))}>{t('title')}</BackLink>
      {refusal && !refused && <ErrorSummary errors={refusal.errors} />}
      <h1>{t('quotations.title')}</h1>
      <p className="lede">
        <Text of={finding.said} original={original} />
      </p>
      <p>{t('quotations.rule')}</p>
      {chosen.length > 0 && <h2>{t('quotations.chosen')}</h2>}
      {chosen.map((quotation) => (
        <figure key={quotation.id} className="quotation">
          <blockquote className="written" lang={quotation.language} dir="auto">
            {quotation.text}
          </blockquote>
          <figcaption>
            {!quotation.isPermitted && <Tag tone="bad">{t('quotations.forbidden')}</Tag>}
            {quotation.isRedacted && (
              <details>
                <summary>{t('quotations.original')}</summary>
                <blockquote className="written" lang={quotation.language} dir="auto">
                  {quotation.original}
                </blockquote>
                <p>{t('quotations.because', { reason: quotation.redactionReason ?? '' })}</p>
              </details>
            )}
            <HubForm>
              <input type="hidden" name="quotation" value={quotation.id} />
              <Button name="intent" value="remove" kind="quiet">
                {t('quotations.remove')}
              </Button>
            </HubForm>
          </figcaption>
        </figure>
      ))}
      <h2>{t('quotations.offered')}</h2>
      <form method="get" className="filter-row">
        <TextField
          name="words"
          label={t('quotations.words')}
          type="search"
          width="medium"
          defaultValue={words ?? ''}
        />
        <Button kind="secondary">{t('quotations.search')}</Button>
      </form>
      {offered.texts.length === 0 && <p>{t('quotations.none')}</p>}
      <ul className="card-list">
        {offered.texts.map((text) => (
          <li key={`${text.responseId}${text.questionId}`}>
            <QuotableText text={text} refusal={text === refused ? refusal : undefined} />
          </li>
        ))}
      </ul>
      <Pages
        previous={page > 1 ? pageAddress(page - 1) : undefined}
        next={offered.hasMore ? pageAddress(page + 1) : undefined}
      />
    </>
  );
}
