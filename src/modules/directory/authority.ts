import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId, UnitId } from '../../kernel/ids.ts';

/** `joint`: a joint authority (kommunalförbund, gemensam nämnd). `operator` runs the installation. */
export const authorityKinds = ['municipality', 'joint', 'agency', 'operator'] as const;
export type AuthorityKind = (typeof authorityKinds)[number];

/** Where to turn; what is not said is absent. */
export type Contact = {
  readonly email?: string;
  readonly phone?: string;
  /** Lines of the postal or visiting address. */
  readonly address?: readonly string[];
};

export type Authority = {
  readonly id: AuthorityId;
  readonly kind: AuthorityKind;
  readonly country: 'SE' | 'AX';
  /** The official code of a municipality, with its leading zeros; null for others. */
  readonly code: string | null;
  readonly name: string;
  /** The first part of its addresses: `sottunga`. */
  readonly slug: string;
  readonly county: string | null;
  readonly population: number | null;
  /** Null until it has joined. */
  readonly joinedAt: Temporal.Instant | null;
  /** When its catalogue was adopted. */
  readonly readyAt: Temporal.Instant | null;
  /** Its own colour, `#175a52`; null is Allmänning's. */
  readonly accent: string | null;
  readonly hostName: string | null;
  readonly contact: Contact;
  /** Counts changes of the settings. */
  readonly revision: number;
};

export type Unit = {
  readonly id: UnitId;
  readonly authority: AuthorityId;
  readonly name: string;
  readonly tasks: readonly Task[];
  readonly from: Temporal.PlainDate;
  /** The last day; null is until further notice. */
  readonly to: Temporal.PlainDate | null;
};

/** Who runs the installation. */
export const operatorAuthority = 9_000_001 as AuthorityId;

/** First parts of addresses that are rooms of the house; no authority can have one as its slug. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  (
    'api health metrics tillgangar tema logga-in logga-ut inbjudan mina-sidor handlaggning administration drift lon ' +
    'felanmalan jamfor utveckling om sprak favicon.ico robots.txt'
  ).split(' '),
);

/**
 * A municipality's id from its code as its country writes it: four digits in Sweden (`2281`), three on Åland (`766`).
 * Undefined when it is no code at all; whether such a municipality exists is for the table to say.
 */
export function authorityOfCode(code: string): AuthorityId | undefined {
  if (/^\d{4}$/.test(code)) return (7_520_000 + Number(code)) as AuthorityId;
  if (/^\d{3}$/.test(code)) return (2_480_000 + Number(code)) as AuthorityId;
  return undefined;
}

/** The days of something dated, both inside. */
export type Dated = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate | null };

export function isInForce(dated: Dated, on: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(dated.from, on) <= 0 && (dated.to === null || compare(on, dated.to) <= 0);
}
