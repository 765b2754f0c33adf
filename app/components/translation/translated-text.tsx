import { useTranslation } from '~/components/words';
import { Checkbox, TextArea, TextField } from '~/components/fields';
import { checkedField, seenField, textField, type EditedText } from '~/domain/consultation/translation';
import { directionOf, findLostFacts, type Language } from '~/domain/translation';
import { ChangedOriginal } from './changed-original';
import { StatusTag } from './status-tag';

/** One text of the editor: its original beside the field for its translation, and the tick of whoever checked it. */
export function TranslatedText({
  text: { path, texts, status, sourceBefore, isOneLine },
  name,
  seen,
  original,
  language,
}: {
  text: EditedText;
  name: string;
  seen: string;
  original: Language;
  language: Language;
}) {
  const { t } = useTranslation('translate');
  const words = texts[original] ?? '';
  const translation = texts[language] ?? '';
  const lost = translation ? findLostFacts(words, translation) : [];
  const field = {
    name: textField(path),
    label: t('field.label', { name, language: t(`language.${language}`) }),
    hint:
      lost.length > 0 ? (
        <span className="lost-facts">
          {t('field.lostFacts', { facts: lost.join(', '), count: lost.length })}
        </span>
      ) : undefined,
    defaultValue: translation,
    lang: language,
    dir: directionOf(language),
  };
  return (
    <li className="translation" id={`text-${path}`}>
      <div>
        <p className="translation-name">
          {name} <StatusTag status={status} />
        </p>
        <p lang={original} dir={directionOf(original)} className="translation-original">
          {words}
        </p>
        {sourceBefore !== undefined && (
          <ChangedOriginal before={sourceBefore} after={words} language={original} />
        )}
      </div>
      <div>
        <input type="hidden" name={seenField(path)} value={seen} />
        {isOneLine ? <TextField {...field} /> : <TextArea {...field} rows={rowsFor(words)} />}
        <Checkbox name={checkedField(path)} label={t('field.checked')} isTicked={status === 'checked'} />
      </div>
    </li>
  );
}

/** Lines enough for a translation as long as its original. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 55), 0);
  return Math.min(Math.max(lines + 1, 3), 20);
}
