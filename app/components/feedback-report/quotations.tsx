import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';
import { Prose } from '~/components/prose';
import type { PublishedFinding } from '~/domain/feedback';

/** Words of people who agreed to be quoted, each with who speaks. */
export function Quotations({ quotations }: Pick<PublishedFinding, 'quotations'>) {
  const { t } = useTranslation('feedback-report');
  const language = useLanguage();
  if (quotations.length === 0) return null;
  return (
    <>
      <h4>{t('quotations.title')}</h4>
      {quotations.map((quotation, index) => {
        const standing = t(`quotations.standing.${quotation.standing}`, { defaultValue: '' });
        const speaker =
          quotation.by && standing ? t('quotations.named', { name: quotation.by, standing }) : quotation.by;
        return (
          <figure key={index} className="quotation">
            <blockquote>
              <Prose
                text={quotation.text}
                lang={quotation.language === language ? undefined : quotation.language}
              />
            </blockquote>
            <figcaption className="soft">
              {speaker ?? standing} {quotation.isRedacted && t('quotations.redacted')}
            </figcaption>
          </figure>
        );
      })}
    </>
  );
}
