import { type Logger, pino } from 'pino';
import type { LogLevel } from './config/config.ts';
import { redact } from './identifiers/redact.ts';

export type Log = Logger;

/**
 * One JSON line an event, on stderr, so that what a command prints on stdout stays its own. Identity numbers are kept out
 * where lines are made; this is the last net under that rule.
 */
export function makeLog(level: LogLevel): Log {
  return pino({ level, base: null, hooks: { streamWrite: redact } }, pino.destination({ fd: 2, sync: true }));
}
