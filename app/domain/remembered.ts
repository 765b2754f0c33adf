const MOST_REMEMBERED = 10_000;

/**
 * Remembers what was made, by its key: for what stands on page after page and is slow to make. Begins anew when it is full,
 * so that it never grows without end.
 */
export function remembered<Value>(): (key: string, make: () => Value) => Value {
  const values = new Map<string, Value>();
  return (key, make) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    if (values.size >= MOST_REMEMBERED) values.clear();
    const made = make();
    values.set(key, made);
    return made;
  };
}
