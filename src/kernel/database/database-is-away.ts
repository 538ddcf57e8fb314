/** SQLSTATE classes and socket errors that say that the database is not there, rather than that we are wrong. */
export function databaseIsAway(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') {
    if (/^(08|57P|53)/.test(code) || code === '28000' || code === '3D000') return true;
    if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'].includes(code)) return true;
  }
  return (
    typeof message === 'string' &&
    /connection (terminated|ended|error)|timeout exceeded when trying to connect|client was closed/i.test(message)
  );
}
