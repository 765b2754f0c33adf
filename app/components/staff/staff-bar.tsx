import { useTranslation } from '~/components/words';
import { href, useLocation } from 'react-router';
import { useAt } from '~/components/language';

export type StaffBarProps = { name: string; isAdministrator: boolean; isInfrastructure: boolean };

/** The way round the staff pages, under the masthead. */
export function StaffBar({ name, isAdministrator, isInfrastructure }: StaffBarProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const { pathname } = useLocation();
  const links = [
    { path: href('/officer'), label: t('bar.consultations') },
    ...(isInfrastructure ? [{ path: '/network', label: t('bar.network') }] : []),
    ...(isAdministrator ? [{ path: href('/admin'), label: t('bar.administration') }] : []),
    { path: href('/account'), label: t('bar.account') },
  ];
  return (
    <nav className="staff-bar" aria-label={t('bar.label')}>
      <div className="staff-bar-row">
        <ul>
          {links.map(({ path, label }) => (
            <li key={path}>
              <a href={at(path)} aria-current={pathname === at(path) ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={at(href('/sign-out'))} className="staff-bar-person">
          <span className="soft">{name}</span>
          <button type="submit" className="button-link">
            {t('bar.signOut')}
          </button>
        </form>
      </div>
    </nav>
  );
}
