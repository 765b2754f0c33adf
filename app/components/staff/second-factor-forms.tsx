import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { TextField } from '~/components/fields';
import { HubForm } from '~/components/form';
import { useAt } from '~/components/language';
import type { FieldErrors } from '~/domain/hub-error';
import { BackupCodes } from './backup-codes';
import { QrCode } from './qr-code';
import { UsernameField } from './username-field';

type Refusal = { errors: FieldErrors; typed?: Record<string, string[]> } | undefined;

/** Not set up: explains it, and starts with the password. */
export function SecondFactorOff({ refusal, email }: { refusal: Refusal; email: string }) {
  const { t } = useTranslation('account');
  return (
    <>
      <p className="lede">{t('factor.off.lede')}</p>
      <p>{t('factor.off.apps')}</p>
      <PasswordForm refusal={refusal} email={email} intent="start" button={t('factor.off.button')} />
    </>
  );
}

/** A secret was made: into the app with it, the backup codes put away, and a first code as proof. */
export function SecondFactorPending({
  refusal,
  secret,
  address,
  backupCodes,
}: {
  refusal: Refusal;
  secret: string;
  address: string;
  backupCodes: readonly string[];
}) {
  const { t } = useTranslation('account');
  return (
    <>
      <h2>{t('factor.pending.app')}</h2>
      <p>{t('factor.pending.scan')}</p>
      <QrCode text={address} label={t('factor.pending.code')} />
      <p>{t('factor.pending.appText')}</p>
      <p>
        <a href={address}>{t('factor.pending.open')}</a>
      </p>
      <p>{t('factor.pending.secret')}</p>
      <p className="secret" dir="ltr">
        <code translate="no">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <h2>{t('factor.pending.codes')}</h2>
      <p>{t('factor.pending.codesText')}</p>
      <BackupCodes codes={backupCodes} />
      <h2>{t('factor.pending.confirm')}</h2>
      <HubForm refusal={refusal}>
        <input type="hidden" name="intent" value="confirm" />
        <TextField
          name="code"
          label={t('factor.pending.label')}
          hint={t('factor.pending.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
        />
        <button type="submit" className="button">
          {t('factor.pending.button')}
        </button>
      </HubForm>
    </>
  );
}

/** In force: new backup codes, and outside production the way to turn it off. */
export function SecondFactorOn({
  refusal,
  email,
  mayTurnOff,
}: {
  refusal: Refusal;
  email: string;
  mayTurnOff: boolean;
}) {
  const { t } = useTranslation('account');
  const at = useAt();
  return (
    <>
      <p className="lede">{t('factor.on.lede')}</p>
      <p>
        <a href={at(href('/account/backup-codes'))}>{t('factor.on.codes')}</a>
      </p>
      {mayTurnOff && (
        <>
          <h2>{t('factor.on.off')}</h2>
          <p>{t('factor.on.offText')}</p>
          <PasswordForm refusal={refusal} email={email} intent="turn-off" button={t('factor.on.offButton')} />
        </>
      )}
    </>
  );
}

function PasswordForm({
  refusal,
  email,
  intent,
  button,
}: {
  refusal: Refusal;
  email: string;
  intent: string;
  button: string;
}) {
  const { t } = useTranslation('account');
  return (
    <HubForm refusal={refusal}>
      <UsernameField email={email} />
      <input type="hidden" name="intent" value={intent} />
      <TextField
        name="password"
        label={t('password.current')}
        type="password"
        autoComplete="current-password"
        width="medium"
      />
      <button type="submit" className={intent === 'turn-off' ? 'button button-danger' : 'button'}>
        {button}
      </button>
    </HubForm>
  );
}
