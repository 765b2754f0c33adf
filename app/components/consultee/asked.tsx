import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useMoments } from '~/components/consultees/use-moments';
import { Text, useAt } from '~/components/language';
import type { OwnPage } from '~/domain/consultee/own-page-queries.server';

/** Who asks whom about what, and by when; with the press that says the notice is here. */
export function Asked({ page }: { page: OwnPage }) {
  const { t } = useTranslation('consultee');
  const at = useAt();
  const moments = useMoments(page.zone);
  const { name, bodyName, document, deadline, isOver, slug, acknowledgedAt, hasWithdrawn } = page;
  return (
    <>
      <p className="eyebrow">{t('home.eyebrow', { name })}</p>
      <h1>
        <Text of={document.title} original={document.originalLanguage} />
      </h1>
      <p className="lede">
        {t(isOver ? 'home.ledeOver' : 'home.lede', { body: bodyName, deadline: moments.deadline(deadline) })}
      </p>
      <p>
        <a href={at(href('/consultations/:slug', { slug }))}>{t('home.read')}</a>
      </p>
      {!acknowledgedAt && !isOver && !hasWithdrawn && (
        <form method="post" className="start-form">
          <input type="hidden" name="intent" value="acknowledge" />
          <p>{t('acknowledge.text')}</p>
          <button type="submit" className="button">
            {t('acknowledge.button')}
          </button>
        </form>
      )}
    </>
  );
}
