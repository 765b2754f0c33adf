/** What an organisation is: an authority, or one of the voluntary sector. */
export type BodyKind = 'public' | 'voluntary';

/** The part of an address that stands for a name: `Llanfair Town Council` becomes `llanfair-town-council`. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug || 'body';
}
