const LONGEST_SLUG = 60;

/**
 * The words of an address for a title: Latin letters and digits with hyphens, at most 60 characters, whole words where
 * there are some. A title in another writing gives `consultation`.
 */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const cut = plain.length > LONGEST_SLUG ? plain.slice(0, LONGEST_SLUG + 1).replace(/-[^-]*$/, '') : plain;
  return cut.slice(0, LONGEST_SLUG) || 'consultation';
}

/** The slug itself where nobody has it, otherwise with the next number: `library`, `library-2`, `library-3`. */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const numbers = taken.map((slug) => Number(/^-(\d{1,6})$/.exec(slug.slice(wanted.length))?.[1] ?? 1));
  return `${wanted}-${Math.max(...numbers) + 1}`;
}
