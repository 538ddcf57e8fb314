/** The format that this program speaks. */
export const currentFormat = 1;

type Older = Readonly<Record<string, unknown>>;

/** From format n to n + 1; each comes with an old example that its test keeps. None yet. */
const upgrades: Readonly<Record<number, (older: Older) => Older>> = {};

/** A definition of any format that ever was, as one of today's. What is no definition is handed on, to be refused. */
export function upgraded(raw: unknown): unknown {
  let found = raw;
  while (isOlder(found)) {
    const upgrade = upgrades[found.format];
    if (!upgrade) return found;
    found = { ...upgrade(found), format: found.format + 1 };
  }
  return found;
}

function isOlder(raw: unknown): raw is Older & { readonly format: number } {
  if (typeof raw !== 'object' || raw === null || !('format' in raw)) return false;
  return Number.isSafeInteger(raw.format) && Number(raw.format) < currentFormat;
}
