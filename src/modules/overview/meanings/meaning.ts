import type { InEach, Language } from '../../../kernel/texts.ts';
import type { Ball, NormalStatus, OverviewItem } from '../item.ts';

export const codeKinds = ['status', 'type'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** What a code of another system means, in our words. */
export type StatusMeaning = {
  readonly words: InEach<string>;
  readonly normal: NormalStatus;
  /** Null: whose move it is, the source itself says of each case. */
  readonly ball: Ball | null;
};
export type TypeMeaning = { readonly words: InEach<string> };

/** A status' meaning says how far the case has come, a type's does not. */
export function isOfStatus(meaning: StatusMeaning | TypeMeaning | null): meaning is StatusMeaning {
  return meaning !== null && 'normal' in meaning;
}

/** A code as a source writes it. */
export type Code = { readonly source: string; readonly kind: CodeKind; readonly code: string };

/** What was said of a code, from which day; `null` is the source's own words again. */
export type Said = Code & {
  readonly seq: number;
  readonly from: Temporal.PlainDate;
  readonly meaning: StatusMeaning | TypeMeaning | null;
};

/** What holds of each code of one source on one day. */
export type Meanings = {
  readonly status: ReadonlyMap<string, StatusMeaning>;
  readonly type: ReadonlyMap<string, TypeMeaning>;
};

/** Of what was said of a code, what holds on a day: the latest day that has come, and of that day what was said last. */
export function inForce<S extends Pick<Said, 'from' | 'seq'>>(said: readonly S[], on: Temporal.PlainDate): S | null {
  return said.reduce<S | null>((best, one) => {
    if (Temporal.PlainDate.compare(one.from, on) > 0) return best;
    const order = best === null ? 1 : Temporal.PlainDate.compare(one.from, best.from) || one.seq - best.seq;
    return order > 0 ? one : best;
  }, null);
}

export function meaningsOn(said: readonly Said[], source: string, on: Temporal.PlainDate): Meanings {
  const status = new Map<string, StatusMeaning>();
  const type = new Map<string, TypeMeaning>();
  const own = said.filter((one) => one.source === source);
  for (const some of Map.groupBy(own, ({ kind, code }) => `${kind} ${code}`).values()) {
    const holds = inForce(some, on);
    if (!holds?.meaning) continue;
    if (holds.kind === 'type') type.set(holds.code, holds.meaning);
    else if (isOfStatus(holds.meaning)) status.set(holds.code, holds.meaning);
  }
  return { status, type };
}

/** The case in the words that were decided; what nobody has said anything of stands as the source says it. */
export function inOurWords(item: OverviewItem, { status, type }: Meanings, language: Language): OverviewItem {
  const { status: statusCode, type: typeCode } = item.codes ?? { status: null, type: null };
  const means = statusCode === null ? undefined : status.get(statusCode);
  const kind = typeCode === null ? undefined : type.get(typeCode);
  const named = kind ? { ...item, kind: kind.words[language] } : item;
  if (!means) return named;
  const ball = means.ball ?? item.ball;
  return {
    ...named,
    ball,
    status: { words: means.words[language], normal: means.normal },
    // Whose move it is not any more has no step to take, and what is over is waited for by nobody.
    ...(ball === 'me' ? {} : { nextStep: null, deadline: null }),
    ...(ball === 'done' ? { expected: null } : {}),
  };
}
