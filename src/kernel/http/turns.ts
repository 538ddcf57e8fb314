const waiting: (() => void)[] = [];

/**
 * Waits for a turn to do what takes a while and that nobody's first byte waits for. One is given in each turn of the
 * event loop: what has come in meanwhile goes first, so that a hundred pages that are being put together do not keep the
 * hundred-and-first from beginning. First come, first served.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(give);
  });
}

function give(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(give);
}
