import type { RegisterName } from '../base-registers/index.ts';
import type { SilentSource } from './facts.ts';

/** When a register was last asked about somebody, and when it last gave an answer that could be used; milliseconds. */
export type Heard = {
  readonly source: RegisterName;
  readonly askedAt: number;
  readonly heardAt: number | null;
  readonly fault: string | null;
};

const MINUTE = 60_000;
/** Who acts for somebody because a register says so is asked about again when so long has gone. */
const ASK_AFTER = 10 * MINUTE;
/** A register that failed is given time to come back. */
const ASK_AGAIN_AFTER = MINUTE;
/** A right stands for so long after it was last heard, so that a form is not lost while a register rests. */
const TRUSTED = 60 * MINUTE;

export function isTrusted(heardAt: number, at: number): boolean {
  return at - heardAt < TRUSTED;
}

/** The registers that know who may act for a party. */
export const sourcesOf = {
  person: ['population', 'guardianship'],
  organisation: ['company'],
} as const satisfies Record<'person' | 'organisation', readonly RegisterName[]>;

/** Those that say for whom a person may act. */
export const sourcesOfRepresentative = ['population', 'company', 'guardianship'] as const;

/** Whether any of the registers is to be asked, for the first time or anew. */
export function isDue(sources: readonly RegisterName[], heard: readonly Heard[], at: number): boolean {
  return sources.some((source) => {
    const last = heard.find((one) => one.source === source);
    return !last || at - last.askedAt >= (last.fault === null ? ASK_AFTER : ASK_AGAIN_AFTER);
  });
}

/** Those that were asked and gave no answer, and have given none of late either. */
export function silentOf(heard: readonly Heard[], at: number): SilentSource[] {
  return heard
    .filter(({ heardAt, fault }) => fault !== null && (heardAt === null || !isTrusted(heardAt, at)))
    .map(({ source }) => ({ source, of: source === 'company' ? 'organisation' : 'person' }));
}
