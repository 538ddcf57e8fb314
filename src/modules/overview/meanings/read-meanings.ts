import { dateIn } from '../../../kernel/calendar/format.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { type CountedCodes, insertMeaning, type KeptMeaning, listCodesSeen, listMeanings } from '../store/meanings.ts';
import { hiddenCode } from './code-counter.ts';
import { type Code, type CodeKind, inForce, type Meanings, meaningsOn, type Said } from './meaning.ts';

/** One code of a source: how often it has come, what holds of it today, and what comes. */
export type CodeLine = Code & {
  readonly times: number;
  readonly lastAt: Temporal.Instant | null;
  readonly now: KeptMeaning | null;
  readonly coming: KeptMeaning | null;
};

export type SourceMeanings = {
  readonly seen: readonly CountedCodes[];
  readonly said: readonly KeptMeaning[];
  readonly lines: readonly CodeLine[];
  readonly now: Meanings;
  readonly today: Temporal.PlainDate;
};

/** What a source answers with and what it means, for its keeper's administrator. @throws Refusal not-allowed */
export async function readMeanings(scope: Scope, authority: AuthorityId, source: string): Promise<SourceMeanings> {
  await permit(scope, 'authority.administer', { authority });
  const [seen, said] = await scope.read((tx) =>
    Promise.all([listCodesSeen(tx, authority, source), listMeanings(tx, authority, source)]),
  );
  const today = dateIn('SE', scope.now);
  const codes = new Map<string, Code>();
  const add = (kind: CodeKind, code: string) => {
    if (code !== '') codes.set(`${kind} ${code}`, { source, kind, code });
  };
  for (const one of seen) add('status', one.status);
  for (const one of seen) add('type', one.type);
  for (const one of said) add(one.kind, one.code);
  const lines = [...codes.values()].map((code) => lineOf(code, seen, said, today));
  return { seen, said, lines, now: meaningsOn(said, source, today), today };
}

function lineOf(
  { source, kind, code }: Code,
  seen: readonly CountedCodes[],
  said: readonly KeptMeaning[],
  today: Temporal.PlainDate,
): CodeLine {
  const here = seen.filter((one) => one[kind] === code);
  const own = said.filter((one) => one.kind === kind && one.code === code);
  const later = own.filter(({ from }) => Temporal.PlainDate.compare(from, today) > 0);
  return {
    ...{ source, kind, code, times: here.reduce((sum, { times }) => sum + times, 0) },
    lastAt:
      here
        .map(({ lastAt }) => lastAt)
        .sort(Temporal.Instant.compare)
        .at(-1) ?? null,
    now: inForce(own, today),
    coming: later.sort((a, b) => Temporal.PlainDate.compare(a.from, b.from) || b.seq - a.seq)[0] ?? null,
  };
}

/** Whether anything may be said of it: what is not kept can not be told apart. */
export function canBeSaid(code: string): boolean {
  return code !== '' && code !== hiddenCode;
}

/**
 * Says what a code means from a day on. What was said before stays, with who said it.
 * @throws Refusal not-allowed | conflict when somebody else has said something of it meanwhile
 */
export async function sayMeaning(scope: Scope, authority: AuthorityId, said: Said): Promise<void> {
  await permit(scope, 'authority.administer', { authority });
  const madeBy = scope.actor.kind === 'official' ? scope.actor.name : '';
  await scope.write((tx) => insertMeaning(tx, authority, { ...said, madeAt: scope.now, madeBy }));
}
