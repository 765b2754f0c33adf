import { useTranslation } from '~/components/words';
import { Button, Checkbox } from '~/components/fields';
import { HubForm } from '~/components/form';
import { CHECK_ALL_FIELD, type EditedText } from '~/domain/consultation/translation';
import type { FieldErrors } from '~/domain/hub-error';
import type { Language } from '~/domain/translation';
import { TranslatedText } from './translated-text';

/** One page of an editor: each text beside its translation, and where saving goes. */
export function TranslationForm({
  title,
  from,
  texts,
  textName,
  original,
  language,
  isLast,
  refusal,
}: {
  title: string;
  /** Texts of the part that stand before this page. */
  from: number;
  texts: ReadonlyArray<{ text: EditedText; seen: string }>;
  textName: (path: string) => string;
  original: Language;
  language: Language;
  isLast: boolean;
  refusal: { errors: FieldErrors; typed: Record<string, string[]> } | undefined;
}) {
  const { t } = useTranslation('translate');
  return (
    <HubForm refusal={refusal}>
      <h2>{title}</h2>
      <ol className="translations" start={from + 1}>
        {texts.map(({ text, seen }) => (
          <TranslatedText
            key={text.path}
            text={text}
            name={textName(text.path)}
            seen={seen}
            original={original}
            language={language}
          />
        ))}
      </ol>
      <Checkbox name={CHECK_ALL_FIELD} label={t('editor.checkAll')} hint={t('editor.checkAllHint')} />
      <p className="row">
        <Button name="next" value="next">
          {t(isLast ? 'editor.saveAndEnd' : 'editor.saveAndNext')}
        </Button>
        <Button kind="secondary" name="next" value="stay">
          {t('editor.save')}
        </Button>
      </p>
    </HubForm>
  );
}
