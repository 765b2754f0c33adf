import { TextArea } from '~/components/fields';
import { fieldId } from '~/components/form';
import { LANGUAGE_NAMES } from '~/components/language-names';
import type { Language, Localized } from '~/domain/translation';

/** One text in every language of the consultation, the original first: fields `<name>.<language>`. */
export function LocalizedArea({
  name,
  label,
  hint,
  of,
  languages,
  isOptional = false,
  rows = 4,
}: {
  name: string;
  label: string;
  hint?: string | undefined;
  of: Localized | undefined;
  languages: readonly Language[];
  isOptional?: boolean;
  rows?: number;
}) {
  const [only] = languages;
  if (languages.length === 1 && only) {
    return (
      <div id={fieldId(name)}>
        <TextArea
          name={`${name}.${only}`}
          label={label}
          hint={hint}
          isOptional={isOptional}
          rows={rows}
          lang={only}
          defaultValue={of?.[only]}
        />
      </div>
    );
  }
  return (
    <fieldset className="localized" id={fieldId(name)}>
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {languages.map((language) => (
        <TextArea
          key={language}
          name={`${name}.${language}`}
          label={LANGUAGE_NAMES[language]}
          isOptional={isOptional}
          rows={rows}
          lang={language}
          defaultValue={of?.[language]}
        />
      ))}
    </fieldset>
  );
}
