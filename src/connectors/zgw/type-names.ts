/** A name is looked up by an address of the other side's. @throws when it can not be */
export type LookUp = (
  address: string,
  asking: { readonly token: string; readonly signal: AbortSignal },
) => Promise<string>;

/** Milliseconds: nobody waits for a name longer, the code says enough. */
const NAMES_PATIENCE = 700;
/** What a type is called changes seldom. */
const KEPT = 60 * 60_000;
/** A catalogue that is away is not asked by every page. */
const NOT_AGAIN_BEFORE = 30_000;
/** Names that one page looks up; the next page looks up more. */
const NEW_AT_ONCE = 8;
const MOST = 1_000;

type Known = { readonly name: Promise<string | null>; readonly until: number };

/** What types are called, asked for once for all who read; null where that is not known now. */
export function typeNames(lookUp: LookUp, patience = NAMES_PATIENCE) {
  const known = new Map<string, Known>();

  function begin(address: string, token: string): void {
    const name = lookUp(address, { token, signal: AbortSignal.timeout(patience) }).catch(() => {
      known.set(address, { name: Promise.resolve(null), until: performance.now() + NOT_AGAIN_BEFORE });
      return null;
    });
    if (known.size >= MOST) known.clear();
    known.set(address, { name, until: performance.now() + KEPT });
  }

  return async function namesOf(addresses: readonly string[], token: string): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(addresses)];
    const isKnown = (address: string) => (known.get(address)?.until ?? 0) > performance.now();
    for (const address of wanted.filter((one) => !isKnown(one)).slice(0, NEW_AT_ONCE)) begin(address, token);
    const names = await Promise.all(wanted.map(async (address) => [address, await known.get(address)?.name] as const));
    return new Map(names.flatMap(([address, name]) => (name ? [[address, name] as const] : [])));
  };
}
