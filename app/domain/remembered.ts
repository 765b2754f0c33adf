/**
 * Remembers what was made, by its key: for what stands on page after page and is slow to make. Begins anew when it holds
 * `most` values, so that it never grows without end.
 */
export function remembered<Value>(most = 10_000): (key: string, make: () => Value) => Value {
  const values = new Map<string, Value>();
  return (key, make) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    if (values.size >= most) values.clear();
    const made = make();
    values.set(key, made);
    return made;
  };
}
