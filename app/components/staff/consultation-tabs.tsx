import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useAt } from '~/components/language';
import type { ConsultationTabGroup } from '~/domain/consultation';

/** The staff pages of one consultation that the person may open, in the order of its life. */
export function ConsultationTabs({ id, groups }: { id: string; groups: readonly ConsultationTabGroup[] }) {
  const { t } = useTranslation('account');
  const at = useAt();
  const { pathname } = useLocation();
  const base = at(`/officer/consultations/${id}`);
  return (
    <nav className="tabs tab-groups" aria-label={t('tabs.label')}>
      {groups.map((group) => (
        <div key={group.name} className="tab-group">
          <p id={`tabs-${group.name}`} className="tab-group-name">
            {t(`tabs.groups.${group.name}`)}
          </p>
          <ul aria-labelledby={`tabs-${group.name}`}>
            {group.tabs.map((tab) => {
              const address = tab === 'overview' ? base : `${base}/${tab}`;
              const isHere =
                pathname === address || (tab !== 'overview' && pathname.startsWith(`${address}/`));
              return (
                <li key={tab}>
                  <a href={address} aria-current={isHere ? 'page' : undefined}>
                    {t(`tabs.${tab}`)}
                  </a>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
