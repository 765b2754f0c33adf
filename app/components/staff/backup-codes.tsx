import { useTranslation } from '~/components/words';

/** Codes to be printed or written down; each opens the account once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation('account');
  return (
    <ul className="backup-codes" dir="ltr" aria-label={t('factor.codesLabel')}>
      {codes.map((code) => (
        <li key={code}>
          <code translate="no">{code}</code>
        </li>
      ))}
    </ul>
  );
}
