import { useTranslation } from '~/components/words';
import { Panel } from '~/components/page-parts';

/** After a file was brought in: what of it was left out or taken to be meant, by its place in the file. */
export function ImportNotes({ notes }: { notes: readonly string[] }) {
  const { t } = useTranslation('consultation-file');
  if (notes.length === 0) return null;
  return (
    <Panel tone="warning" title={t('notes.title')}>
      <p>{t('notes.text')}</p>
      <ul>
        {notes.map((note, index) => {
          const [code = '', ...path] = note.split(' ');
          return (
            <li key={index}>
              <code>{path.join(' ')}</code>: {t(`note.${code}`, { defaultValue: t('note.unknown-key') })}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
