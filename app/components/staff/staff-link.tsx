import { createContext, useContext, type ReactNode } from 'react';
import { mayOpen } from '~/domain/consultation';
import { useAt } from '~/components/language';

/** The consultation's staff pages that the reader may open, as `pagesFor` gives them. */
export const OpenPages = createContext<readonly string[]>([]);

/** A link to another staff page of the same consultation; for a reader who may not open that page only its words. */
export function StaffLink({
  to,
  children,
  otherwise = children,
}: {
  to: string;
  children: ReactNode;
  /** What such a reader sees instead. */
  otherwise?: ReactNode;
}) {
  const at = useAt();
  const pages = useContext(OpenPages);
  const path = to.replace(/^\/officer\/consultations\/[^/]+\//, '').replace(/[?#].*/, '');
  return mayOpen(pages, path) ? <a href={at(to)}>{children}</a> : <>{otherwise}</>;
}
