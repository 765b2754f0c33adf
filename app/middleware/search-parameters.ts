/** A whole number above zero in an address's query, such as a page or a line; undefined for anything else. */
export function positiveIn(search: URLSearchParams, name: string): number | undefined {
  const text = search.get(name);
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
