import type { ReactNode } from 'react';
import { Paragraphs } from '~/components/language';
import type { Language, Localized } from '~/domain/translation';

/** Whether there is a text in any language. */
export function isWritten(text: Localized | undefined): boolean {
  return Object.values(text ?? {}).some((words) => words.trim() !== '');
}

/** A heading with an author's text under it; nothing at all where nothing was written. */
export function TextSection({
  title,
  of,
  original,
  level = 3,
  children,
}: {
  title: string;
  of: Localized | undefined;
  original: Language;
  level?: 2 | 3 | 4;
  children?: ReactNode;
}) {
  if (!isWritten(of)) return null;
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading>{title}</Heading>
      <Paragraphs of={of} original={original} />
      {children}
    </>
  );
}
