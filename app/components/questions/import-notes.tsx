import { useTranslation } from '~/components/words';
import { Panel } from '~/components/page-parts';

/** After a file was brought in: what of it was left out or taken to be meant, by its place in the file. */
export function ImportNotes({ notes, more }: { notes: readonly string[]; more: number }) {
  const { t } = useTranslation('consultation-file');
  if (notes.length === 0) return null;
  return (
    <Panel tone="warning" title={t('notes.title')}>
      <p>{t('notes.text')}</p>
      <ul>
        {notes.map((note, index) => {
          const [said = '', ...path] = note.split(' ');
          const [code = '', nearest = ''] = said.split(':');
          return (
            <li key={index}>
              <code dir="ltr">{path.join(' ')}</code>:{' '}
              {t(`note.${code}`, { nearest, defaultValue: t('note.unknown-key') })}
            </li>
          );
        })}
        {more > 0 && <li>{t('notes.more', { count: more })}</li>}
      </ul>
    </Panel>
  );
}
