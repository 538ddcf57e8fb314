/**
 * What is read on every page and seldom changed, kept in this process for a moment: a change by another process is seen
 * within that time.
 */
export type Kept<K, V> = { get(key: K): V | undefined; keep(key: K, value: V): V; forget(key: K): void };

const every: { clear(): void }[] = [];

/** @param most when there are more, the oldest are let go */
export function keptFor<K, V>(milliseconds: number, most: number): Kept<K, V> {
  const entries = new Map<K, { readonly value: V; readonly until: number }>();
  every.push(entries);
  return {
    get(key) {
      const found = entries.get(key);
      return found && found.until > performance.now() ? found.value : undefined;
    },
    keep(key, value) {
      entries.delete(key); // to the end of the order of insertion
      entries.set(key, { value, until: performance.now() + milliseconds });
      if (entries.size > most) {
        const [oldest] = entries.keys();
        if (oldest !== undefined) entries.delete(oldest);
      }
      return value;
    },
    forget: (key) => {
      entries.delete(key);
    },
  };
}

/** When the process turns to another database. */
export function forgetAll(): void {
  for (const entries of every) entries.clear();
}
