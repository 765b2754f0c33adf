import { createContext, useContext, type ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { TextArea, TextField } from '~/components/fields';
import type { Language, Localized } from '~/domain/translation';

/** The language the plan is written in; translations have a page of their own. */
const OriginalLanguage = createContext<Language>('en');

export function WrittenIn({ language, children }: { language: Language; children: ReactNode }) {
  return <OriginalLanguage value={language}>{children}</OriginalLanguage>;
}

/** Label and hint of a field of the plan, from `plan:<section>.<name>`. */
export function useFieldWords(section: string) {
  const { t } = useTranslation('plan');
  return (name: string) => ({
    label: t(`${section}.${name}.label`),
    hint: t(`${section}.${name}.hint`, { defaultValue: '' }) || undefined,
  });
}

type PlanTextProps = {
  section: string;
  /** Key of its words; the field's name too, unless that is given. */
  name: string;
  field?: string;
  of: Localized | undefined;
  rows?: number;
  isOptional?: boolean;
};

/** A text of several lines in the original language. */
export function PlanText({ section, name, field = name, of, rows = 4, isOptional = false }: PlanTextProps) {
  const language = useContext(OriginalLanguage);
  const words = useFieldWords(section);
  return (
    <TextArea
      name={field}
      {...words(name)}
      defaultValue={of?.[language]}
      lang={language}
      rows={rows}
      isOptional={isOptional}
    />
  );
}

/** A text of one line in the original language. */
export function PlanLine({
  section,
  name,
  field = name,
  of,
  isOptional = false,
}: Omit<PlanTextProps, 'rows'>) {
  const language = useContext(OriginalLanguage);
  const words = useFieldWords(section);
  return (
    <TextField
      name={field}
      {...words(name)}
      defaultValue={of?.[language]}
      lang={language}
      isOptional={isOptional}
    />
  );
}
