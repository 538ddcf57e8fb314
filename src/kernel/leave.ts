const REST_MS = 200;

/**
 * Ends the process after a moment of rest. While V8 still compiles in the background Node may never end
 * (nodejs/node#54918): without the rest 12 of 100 refused starts hung on a busy machine, with it none.
 */
export function leave(code: number): void {
  setTimeout(() => process.exit(code), REST_MS);
}
