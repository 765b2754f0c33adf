import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { PageTitle } from '~/components/form';
import { Prose } from '~/components/prose';

/** What a standing page (help, privacy, counting) opens with; `words` is its namespace. */
export function StandingPage({ words, children }: { words: string; children: ReactNode }) {
  const { t } = useTranslation(words);
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      {children}
    </>
  );
}

/** One part of a standing page, from `<name>.title` and `<name>.text`, with what belongs under it. */
export function StandingSection({
  words,
  name,
  values,
  children,
}: {
  words: string;
  name: string;
  values?: Record<string, string>;
  children?: ReactNode;
}) {
  const { t } = useTranslation(words);
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{t(`${name}.title`)}</h2>
      <Prose text={t(`${name}.text`, values)} />
      {children}
    </section>
  );
}
