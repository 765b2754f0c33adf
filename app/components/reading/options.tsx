import { useTranslation } from '~/components/words';
import { Paragraphs, Text } from '~/components/language';
import type { ConsultationDocument, ConsultationOption } from '~/domain/consultation';
import type { Language } from '~/domain/translation';
import { isWritten } from './text-section';

/** The options on offer, then the realistic alternatives that were rejected, each with why (requirements P7). */
export function Options({ document }: { document: ConsultationDocument }) {
  const { t } = useTranslation('consultation');
  const [rejected, offered] = [true, false].map((isRejected) =>
    document.options.filter((option) => isWritten(option.whyRejected) === isRejected),
  );
  return (
    <>
      <OptionList
        id="options"
        title={t('options.title')}
        options={offered}
        original={document.originalLanguage}
      />
      <OptionList
        id="rejected"
        title={t('options.rejected')}
        options={rejected}
        original={document.originalLanguage}
      />
    </>
  );
}

function OptionList({
  id,
  title,
  options = [],
  original,
}: {
  id: string;
  title: string;
  options: readonly ConsultationOption[] | undefined;
  original: Language;
}) {
  const { t } = useTranslation('consultation');
  if (options.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol className="card-list">
        {options.map((option) => (
          <li key={option.id}>
            <h3>
              <Text of={option.title} original={original} />
            </h3>
            <Paragraphs of={option.description} original={original} />
            {isWritten(option.whyRejected) && (
              <>
                <h4>{t('options.whyRejected')}</h4>
                <Paragraphs of={option.whyRejected} original={original} />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
