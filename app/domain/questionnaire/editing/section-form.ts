import { z } from 'zod';
import { withText, type Language } from '~/domain/translation';
import { cleanAuthorLine, cleanAuthorText } from '../clean-text';
import type { Section } from '../questionnaire';

/** The fields of a section. */
export const sectionFields = {
  title: z
    .string()
    .max(500, 'line-too-long')
    .optional()
    .transform((text) => cleanAuthorLine(text ?? '')),
  introduction: z
    .string()
    .max(20_000, 'text-too-long')
    .optional()
    .transform((text) => cleanAuthorText(text ?? '')),
};

/** A section as its author types it, in the original language. Messages are error codes. */
export const sectionFormSchema = z.object({
  ...sectionFields,
  title: sectionFields.title.refine(Boolean, 'section-title-needed'),
});

/** The section that was typed, with the questions, translations and routing of the one `before`. */
export function sectionOf(
  { title, introduction }: z.output<typeof sectionFormSchema>,
  { id, language, before }: { id: string; language: Language; before?: Section },
): Section {
  return {
    id,
    title: withText(before?.title, language, title),
    ...(introduction && { introduction: withText(before?.introduction, language, introduction) }),
    questions: before?.questions ?? [],
    ...(before?.showWhen && { showWhen: before.showWhen }),
  };
}
