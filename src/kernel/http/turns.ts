/** To ask others comes before putting together what they have said: their time runs while ours is spent. */
const lines = { ask: [] as (() => void)[], show: [] as (() => void)[] };
let isGiving = false;

/**
 * Waits for a turn to do what takes a while and that nobody's first byte waits for. One is given in each turn of the
 * event loop: what has come in meanwhile goes first, so that a hundred pages that are being put together do not keep the
 * hundred-and-first from beginning. First come, first served.
 */
export function turn(to: keyof typeof lines): Promise<void> {
  return new Promise((resolve) => {
    lines[to].push(resolve);
    if (isGiving) return;
    isGiving = true;
    setImmediate(give);
  });
}

function give(): void {
  const next = lines.ask.shift() ?? lines.show.shift();
  isGiving = lines.ask.length + lines.show.length > 0;
  if (isGiving) setImmediate(give);
  next?.();
}
