import { href } from 'react-router';
import { useTranslation } from '~/components/words';
import { useAt } from '~/components/language';

const PAGES = {
  read: '/officer/consultations/:id/reading/:questionId',
  codebook: '/officer/consultations/:id/codebook/:questionId',
  suggestions: '/officer/consultations/:id/suggestions/:questionId',
  texts: '/officer/consultations/:id/reading/:questionId/texts',
} as const;

/** The way between the pages on one question that people answered in words. */
export function ReadingWay({
  id,
  questionId,
  current,
}: {
  id: string;
  questionId: string;
  current: keyof typeof PAGES;
}) {
  const { t } = useTranslation('reading');
  const at = useAt();
  return (
    <nav aria-label={t('way.label')} className="reading-way">
      <ul>
        <li>
          <a href={at(href('/officer/consultations/:id/reading', { id }))}>{t('way.overview')}</a>
        </li>
        {Object.entries(PAGES).map(([name, path]) => (
          <li key={name}>
            <a
              href={at(href(path as (typeof PAGES)['read'], { id, questionId }))}
              aria-current={name === current ? 'page' : undefined}
            >
              {t(`way.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
