import { type Logger, pino } from 'pino';
import type { LogLevel } from './config/config.ts';
import { redact } from './identifiers/redact.ts';

export type Log = Logger;

/**
 * One JSON line an event, on stderr, so that what a command prints on stdout stays its own. Identity numbers are kept out
 * where lines are made; `redact` is the last net under that rule.
 */
export function makeLog(level: LogLevel): Log {
  return pino(
    { level, base: null, serializers: { err: withoutData }, hooks: { streamWrite: redact } },
    pino.destination({ fd: 2, sync: true }),
  );
}

type Told = { type: string; message: string; code?: string; at?: string[]; cause?: Told };

/**
 * What a log may say of an error: what failed and where, not with which values. PostgreSQL quotes the value in its message
 * when data is wrong (class 22) or breaks a constraint (class 23), and the row in its detail.
 */
export function withoutData(error: unknown): Told | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, constraint, cause } = error as Error & { code?: unknown; constraint?: unknown };
  const quotes = typeof code === 'string' && /^2[23][0-9A-Z]{3}$/.test(code);
  const at = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  const why = withoutData(cause);
  return {
    type: error.name,
    message: quotes ? `PostgreSQL ${code} ${constraint ?? ''}`.trim() : error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(at.length > 0 ? { at: at.map((line) => line.trim().slice(3)) } : {}),
    ...(why ? { cause: why } : {}),
  };
}
