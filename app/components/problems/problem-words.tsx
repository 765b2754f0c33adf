import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';
import { Prose } from '~/components/prose';
import { useTimes } from '~/components/reading/use-times';
import { isLanguage } from '~/domain/translation';

/** When a problem was reported, in which language, and the words themselves. */
export function ProblemWords({
  problem: { text, language, reportedAt },
  zone,
}: {
  problem: { text: string; language: string; reportedAt: string };
  zone: string;
}) {
  const { t } = useTranslation('problems');
  const times = useTimes(zone);
  const own = useLanguage();
  const name = t(`consultation:languageName.${language}`);
  return (
    <>
      <p className="eyebrow">{t('officer.reported', { ...times.instant(reportedAt), language: name })}</p>
      <blockquote>
        <Prose text={text} lang={isLanguage(language) && language !== own ? language : undefined} />
      </blockquote>
    </>
  );
}
