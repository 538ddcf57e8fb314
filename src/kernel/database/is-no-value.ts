/** What no column can hold: a NUL, half a letter, a number or a day beyond all that there are. */
const NO_VALUE = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05']);

/** SQLSTATEs that say that what was sent is nothing that could be looked for or kept, whatever its form let through. */
export function isNoValue(error: unknown): boolean {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  return typeof code === 'string' && typeof severity === 'string' && NO_VALUE.has(code);
}
