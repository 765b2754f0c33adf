import { href } from 'react-router';
import { FileField } from '~/components/fields';
import { HubForm } from '~/components/form';
import { useAt } from '~/components/language';
import { useTranslation } from '~/components/words';

/** A form that came without a session: its fields in their order, and the files that a browser cannot be given back. */
export type KeptForm = {
  fields: Array<{ name: string; value: string }>;
  files: Array<{ name: string; fileName: string }>;
};

/**
 * Instead of the page that a form was sent to by somebody no longer signed in. The form posts to the address it was sent
 * to; it takes a press of the button, by whoever is signed in then.
 */
export function SignedOut({ kept }: { kept: KeptForm | undefined }) {
  const { t } = useTranslation('account');
  const at = useAt();
  return (
    <>
      <title>{t('signedOut.title')}</title>
      <h1>{t('signedOut.title')}</h1>
      <p className="lede">{t(kept ? 'signedOut.kept' : 'signedOut.notKept')}</p>
      <p>
        <a href={at(href('/sign-in'))} target="_blank" rel="noopener">
          {t('signedOut.signIn')}
        </a>
      </p>
      {kept && (
        <HubForm hasFiles={kept.files.length > 0}>
          <p>{t('signedOut.sendAgain')}</p>
          {kept.fields.map(({ name, value }, place) => (
            <input key={place} type="hidden" name={name} value={value} />
          ))}
          {kept.files.map(({ name, fileName }) => (
            <FileField key={name} name={name} label={t('signedOut.file', { name: fileName })} />
          ))}
          <button type="submit" className="button">
            {t('signedOut.button')}
          </button>
        </HubForm>
      )}
    </>
  );
}
