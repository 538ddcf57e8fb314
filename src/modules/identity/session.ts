import type { Assurance } from '../../kernel/authority.ts';
import { ownPath } from '../../kernel/http/languages.ts';

/** How long a sign-in lasts. */
export type SessionLimits = {
  /** Minutes without a page. */
  readonly idleMinutes: number;
  /** Hours in all, however busy. */
  readonly absoluteHours: number;
};

export const usualLimits: SessionLimits = { idleMinutes: 60, absoluteHours: 12 };

/** A sign-in as its owner sees it. */
export type OwnSession = {
  readonly id: string;
  readonly assurance: Assurance;
  readonly device: string;
  readonly createdAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
};

const SEEN_EVERY_MS = 60_000;

/** Whether it is time to write that the session is in use: at most once a minute. */
export function isSeenLongAgo(lastSeenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.epochMilliseconds - lastSeenAt.epochMilliseconds >= SEEN_EVERY_MS;
}

const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(HeadlessChrome|Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];
const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/** `Firefox, Windows`: enough to know one's own devices by, too little to follow anybody. Empty when nothing is known. */
export function deviceOf(userAgent: string | undefined): string {
  const found = [browsers, systems].map((list) => list.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0]);
  return found.filter((name) => name !== undefined).join(', ');
}

/** Where to go after sign-in: only a path of our own, so that no link can send anybody elsewhere. */
export function safePath(wanted: string | undefined): string {
  const path = ownPath(wanted, '/mina-sidor');
  return path.startsWith('/logga-in') ? '/mina-sidor' : path;
}

const strength = { low: 0, substantial: 1, high: 2 } as const satisfies Record<Assurance, number>;

export function isAtLeast(assurance: Assurance, wanted: Assurance): boolean {
  return strength[assurance] >= strength[wanted];
}
