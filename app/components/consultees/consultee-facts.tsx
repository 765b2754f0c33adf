import { useTranslation } from '~/components/words';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { SummaryList } from '~/components/page-parts';
import type { StaffConsultee } from '~/domain/consultee/consultee-queries.server';
import { isLanguage } from '~/domain/translation';
import { useMoments } from './use-moments';

/** Who a consultee is, how it is reached, whether it accepted the code, and its own deadline. */
export function ConsulteeFacts({ zone, consultee }: { zone: string; consultee: StaffConsultee }) {
  const { t } = useTranslation('consultees');
  const moments = useMoments(zone);
  const { kind, signedUpPersonally, email, postalAddress, language, acceptedCodeAt, deadline, withdrewAt } =
    consultee;
  const rows = [
    {
      key: t('line.kind'),
      value: `${t(`line.kinds.${kind}`)}${signedUpPersonally ? `, ${t('facts.signedUp')}` : ''}`,
    },
    { key: t('line.email'), value: email ? <bdi>{email}</bdi> : t('facts.none') },
    { key: t('line.postalAddress'), value: postalAddress ? <bdi>{postalAddress}</bdi> : t('facts.none') },
    {
      key: t('line.language'),
      value: isLanguage(language) ? <span lang={language}>{LANGUAGE_NAMES[language]}</span> : language,
    },
    {
      key: t('line.acceptance'),
      value: acceptedCodeAt
        ? t('facts.accepted', {
            day: moments.dayAt(acceptedCodeAt),
            evidence: consultee.acceptedCodeEvidence ?? '',
          })
        : t('facts.notAccepted'),
    },
    ...(deadline ? [{ key: t('facts.deadline'), value: moments.deadline(deadline) }] : []),
    ...(withdrewAt ? [{ key: t('facts.withdrew'), value: moments.at(withdrewAt) }] : []),
  ];
  return (
    <section>
      <h2>{t('facts.title')}</h2>
      <SummaryList rows={rows} />
    </section>
  );
}
