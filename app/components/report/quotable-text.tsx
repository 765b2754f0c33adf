import { useTranslation } from '~/components/words';
import { Button, TextArea, TextField } from '~/components/fields';
import { HubForm } from '~/components/form';
import type { Quotable } from '~/domain/feedback/quotation-queries.server';
import type { FieldErrors } from '~/domain/hub-error';

/** A text that may be quoted, with the public copy to be made of it beside the original. */
export function QuotableText({
  text,
  refusal,
}: {
  text: Quotable;
  refusal: { errors: FieldErrors; typed: Record<string, string[]> } | undefined;
}) {
  const { t } = useTranslation('report');
  return (
    <>
      <blockquote className="written" lang={text.language} dir="auto">
        {text.text}
      </blockquote>
      <details open={Boolean(refusal)}>
        <summary>
          {t('quotations.quote')}
          <span className="visually-hidden"> {text.publicReference}</span>
        </summary>
        <HubForm refusal={refusal}>
          <input type="hidden" name="response" value={text.responseId} />
          <input type="hidden" name="question" value={text.questionId} />
          <TextArea
            name="text"
            label={t('quotations.copy')}
            hint={t('quotations.copyHint')}
            lang={text.language}
            rows={5}
            defaultValue={text.text}
          />
          <TextField
            name="redactionReason"
            label={t('quotations.reason')}
            hint={t('quotations.reasonHint')}
            isOptional
          />
          <Button name="intent" value="quote" kind="secondary">
            {t('quotations.add')}
          </Button>
        </HubForm>
      </details>
    </>
  );
}
