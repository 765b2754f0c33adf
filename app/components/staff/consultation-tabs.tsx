import { useTranslation } from '~/components/words';
import { useLocation } from 'react-router';
import { useAt } from '~/components/language';
import type { ConsultationTabGroup } from '~/domain/consultation';

/**
 * The staff pages of one consultation that the person may open, in the order of its life. On a narrow screen only the
 * pages of the present group, and one link into each other group, so that the page itself is not pushed out of sight.
 */
export function ConsultationTabs({ id, groups }: { id: string; groups: readonly ConsultationTabGroup[] }) {
  const { t } = useTranslation('account');
  const at = useAt();
  const { pathname } = useLocation();
  const base = at(`/officer/consultations/${id}`);
  const addressOf = (tab: string) => (tab === 'overview' ? base : `${base}/${tab}`);
  const isHere = (tab: string) =>
    pathname === addressOf(tab) || (tab !== 'overview' && pathname.startsWith(`${addressOf(tab)}/`));
  return (
    <nav className="tabs tab-groups" aria-label={t('tabs.label')}>
      {groups.map(({ name, tabs }) => (
        <div key={name} className={tabs.some(isHere) ? 'tab-group tab-group-here' : 'tab-group'}>
          <p id={`tabs-${name}`} className="tab-group-name">
            <span>{t(`tabs.groups.${name}`)}</span>
            <a href={addressOf(tabs[0] ?? 'overview')}>{t(`tabs.groups.${name}`)}</a>
          </p>
          <ul aria-labelledby={`tabs-${name}`}>
            {tabs.map((tab) => (
              <li key={tab}>
                <a href={addressOf(tab)} aria-current={isHere(tab) ? 'page' : undefined}>
                  {t(`tabs.${tab}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
