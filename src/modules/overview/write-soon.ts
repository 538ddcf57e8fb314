/** Writes down what is gathered, some seconds after the first of it: a write for each page would cost more than it tells. */
export type WriteSoon = {
  /** There is something to write. */
  stir(): void;
  /** Writes now what has been gathered since the last time. */
  settle(): Promise<void>;
};

/** What a process that ends suddenly forgets. */
const GATHERED_MS = 5_000;

export function writeSoon(write: () => Promise<void>, gatheredMs = GATHERED_MS): WriteSoon {
  let planned: NodeJS.Timeout | null = null;
  async function settle(): Promise<void> {
    if (planned) clearTimeout(planned);
    planned = null;
    await write();
  }
  return {
    // A database that is away loses some counts, and no page.
    stir: () => {
      planned ??= setTimeout(() => settle().catch(() => undefined), gatheredMs).unref();
    },
    settle,
  };
}
