import { useTranslation } from '~/components/words';
import { TextField } from '~/components/fields';
import { PASSWORD_LENGTH } from '~/domain/identity';

/** A password being chosen, once: the browser shows it, or keeps it in its store. */
export function NewPasswordField() {
  const { t } = useTranslation('account');
  return (
    <TextField
      name="newPassword"
      label={t('password.new')}
      hint={t('password.hint', PASSWORD_LENGTH)}
      type="password"
      autoComplete="new-password"
      width="medium"
    />
  );
}
