import { useTranslation } from '~/components/words';

/** Help with signing in, and leaving the body: each a form of its own. */
export function PersonAccess({ bodyName, hasSecondFactor }: { bodyName: string; hasSecondFactor: boolean }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <h2>{t('person.access')}</h2>
      <IntentForm intent="link" text={t('person.linkText')} button={t('person.link')} />
      {hasSecondFactor && (
        <IntentForm intent="second-factor" text={t('person.factorText')} button={t('person.factor')} />
      )}
      <h2>{t('person.leave', { body: bodyName })}</h2>
      <IntentForm intent="remove" text={t('person.removeText')} button={t('person.remove')} isDangerous />
    </>
  );
}

function IntentForm({
  intent,
  text,
  button,
  isDangerous = false,
}: {
  intent: string;
  text: string;
  button: string;
  isDangerous?: boolean;
}) {
  return (
    <form method="post" className="intent-form">
      <p>{text}</p>
      <button
        type="submit"
        name="intent"
        value={intent}
        className={isDangerous ? 'button button-danger' : 'button button-secondary'}
      >
        {button}
      </button>
    </form>
  );
}
