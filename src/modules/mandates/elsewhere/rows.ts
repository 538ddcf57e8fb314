import { dateIn } from '../../../kernel/calendar/format.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { MandateRegisterName } from '../facts.ts';
import type { OwnElsewhere } from '../represented.ts';
import { elsewhereTexts } from '../texts/elsewhere.ts';
import { texts } from '../texts/index.ts';
import { mandateRegisterLabels } from './labels.ts';
import type { ShownElsewhere, ToldElsewhere } from './list-elsewhere.ts';
import type { RightElsewhere, SideElsewhere } from './mandate-register.ts';

/** A mandate in another register with everything that is said of it, in words: to be shown, printed, or kept. */
export type ElsewhereRow = {
  readonly id: string;
  readonly register: MandateRegisterName;
  readonly side: SideElsewhere;
  /** Those on the other side. */
  readonly others: readonly string[];
  /** What the register calls it; null when it does not say. */
  readonly title: string | null;
  /** What may be done by it, here and beside. */
  readonly scope: readonly string[];
  /** From and to, both inclusive; none when the register does not say. `to` is null until it is revoked. */
  readonly days: readonly { readonly from: string; readonly to: string | null }[];
  readonly state: 'yes' | 'no' | 'unknown';
  readonly stateWords: string;
  readonly why: string | null;
  readonly next: string | null;
  readonly source: string;
  readonly references: readonly string[];
  readonly evidence: readonly string[];
  /** When the register said so. */
  readonly asOf: string;
};

export type RowOptions = {
  readonly authorities: ReadonlyMap<AuthorityId, { readonly name: string }>;
  readonly language: Language;
  readonly now: Temporal.Instant;
};

/**
 * What the reader may do by other registers, each with its days where the register tells them, then what they list beside:
 * what has been given, and what has been got and lets nobody act here.
 */
export function rowsOf(
  decided: readonly OwnElsewhere[],
  told: readonly ToldElsewhere[],
  options: RowOptions,
): ElsewhereRow[] {
  const listed = told.flatMap((one) =>
    one.state === 'told' ? one.mandates.map((mandate) => ({ mandate, register: one.register, side: one.side })) : [],
  );
  const received = listed.filter(({ side }) => side === 'received');
  const shown = new Set<ShownElsewhere>();
  const own = decided.map((one) => {
    const mandates = received
      .filter(({ mandate, register }) => register === one.register && one.rights.some(({ id }) => id === mandate.id))
      .map(({ mandate }) => mandate);
    for (const mandate of mandates) shown.add(mandate);
    return decidedRow(one, mandates, options);
  });
  const others = listed.filter(({ mandate }) => !shown.has(mandate)).map((one) => listedRow(one, options));
  return [...own, ...others];
}

function decidedRow(one: OwnElsewhere, mandates: readonly ShownElsewhere[], options: RowOptions): ElsewhereRow {
  const { language, now } = options;
  const t = elsewhereTexts[language];
  const { answer, rights, register, principal } = one;
  const isMissing = answer.decision !== 'yes';
  return {
    ...{ id: `${register} ${principal}`, register, side: 'received', state: answer.decision },
    others: [one.name ?? t.protected],
    title: mandates.map(({ title }) => title).join('. ') || null,
    scope: [...rights.map((right) => inWords(right, options)), ...mandates.flatMap((other) => besideIn(other, t))],
    days: mandates.map(daysOf),
    stateWords: t.states[answer.decision],
    why: isMissing ? answer.explanation.what[language] : null,
    next: isMissing ? (answer.explanation.next?.[language] ?? null) : null,
    source: mandateRegisterLabels[register][language],
    references: mandates.flatMap(({ reference }) => reference ?? []),
    evidence: [...new Set(rights.flatMap(({ evidence }) => evidence))],
    asOf: now.toString(),
  };
}

type Listed = {
  readonly mandate: ShownElsewhere;
  readonly register: MandateRegisterName;
  readonly side: SideElsewhere;
};

function listedRow({ mandate, register, side }: Listed, options: RowOptions): ElsewhereRow {
  const { language, now } = options;
  const t = elsewhereTexts[language];
  const state = stateOf(mandate, dateIn('SE', now));
  return {
    ...{ id: `${register} ${side} ${mandate.id}`, register, side, state: state === 'active' ? 'yes' : 'no' },
    others: mandate.others.map((name) => name ?? t.protected),
    title: mandate.title,
    scope: [...mandate.scope.map((right) => inWords(right, options)), ...besideIn(mandate, t)],
    days: [daysOf(mandate)],
    stateWords: texts[language].state[state],
    why: mandate.isForBusiness ? t.forBusiness : null,
    next: null,
    source: mandateRegisterLabels[register][language],
    references: [mandate.reference ?? mandate.id],
    evidence: [mandate.evidence],
    asOf: now.toString(),
  };
}

function stateOf({ revokedAt, from, until }: ShownElsewhere, today: Temporal.PlainDate) {
  if (revokedAt !== null) return 'revoked';
  if (Temporal.PlainDate.compare(today, from) < 0) return 'upcoming';
  return until !== null && Temporal.PlainDate.compare(today, until) > 0 ? 'expired' : 'active';
}

function daysOf({ from, until }: ShownElsewhere) {
  return { from: from.toString(), to: until?.toString() ?? null };
}

type Words = (typeof elsewhereTexts)[Language];

function besideIn({ beside }: ShownElsewhere, t: Words): string[] {
  return beside.length === 0 ? [] : [t.beside(beside.join(', '))];
}

function inWords({ reach, level }: Pick<RightElsewhere, 'reach' | 'level'>, { authorities, language }: RowOptions) {
  const t = elsewhereTexts[language];
  const at = reach.kind === 'everything' || reach.authority === null ? '' : authorities.get(reach.authority)?.name;
  const text = t.active[reach.kind === 'authority' ? 'everything' : reach.kind](at ?? '');
  return level === 'active' || reach.kind === 'mail' ? text : t.passive(text);
}

/** Where what is listed is for. */
export function authoritiesTold(told: readonly ToldElsewhere[]): AuthorityId[] {
  return told.flatMap((one) => (one.state === 'told' ? one.mandates.map(({ authority }) => authority) : []));
}
