import { setTimeout as wait } from 'node:timers/promises';
import type { AuthorityId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { authorityOfCode } from './authority.ts';
import { forget } from './find-authority.ts';
import { countNotReady, loadAuthority, setJoined, setReady } from './store/authorities.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** A municipality has gone live; its catalogue follows. */
    'authority.joined': { readonly authority: AuthorityId };
  }
}

export type Joined = { readonly authority: AuthorityId; readonly name: string; readonly already: boolean };

/**
 * Takes a municipality live: its pages answer from this instant, and `authority.joined` has its catalogue adopted.
 * Once is enough: a second time changes and publishes nothing.
 * @param code as its country writes it: `766` on Åland, `2281` in Sweden
 * @throws Refusal not-found when no municipality has the code, not-allowed
 */
export async function joinAuthority(scope: Scope, code: string): Promise<Joined> {
  const authority = authorityOfCode(code);
  if (authority === undefined) throw new Refusal('not-found', 'directory.join.no-such-code', { code });
  const permission = await permit(scope, 'authority.join', { authority });
  const joined = await scope.reaching(permission, { authorities: [authority] }).write(async (tx) => {
    const found = await loadAuthority(tx, authority);
    if (!found) throw new Refusal('not-found', 'directory.join.no-such-code', { code });
    const now = await setJoined(tx, authority, scope.now);
    if (now) await scope.publish(tx, { kind: 'authority.joined', authorities: [authority], parties: [], authority });
    return { authority, name: found.name, already: !now };
  });
  forget(authority);
  return joined;
}

/** How many transactions of a large join run beside each other; the pool has ten connections. */
const AT_ONCE = 4;

/** Joins many, in the order given; stops at the first that is refused. */
export async function joinAuthorities(scope: Scope, codes: readonly string[]): Promise<readonly Joined[]> {
  const joined: Joined[] = [];
  for (let from = 0; from < codes.length; from += AT_ONCE) {
    joined.push(...(await Promise.all(codes.slice(from, from + AT_ONCE).map((code) => joinAuthority(scope, code)))));
  }
  return joined;
}

/** Told by the handler that has adopted the catalogue; only once it counts. */
export async function markReady(scope: Scope, authority: AuthorityId): Promise<void> {
  await scope.write((tx) => setReady(tx, authority, scope.now));
  forget(authority);
}

/**
 * Waits until the catalogues of those who have joined are adopted.
 * @returns how many are not ready when the time is out: 0 when all are
 */
export async function untilReady(scope: Scope, ids: readonly AuthorityId[], seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const waiting = await scope.read((tx) => countNotReady(tx, ids));
    if (waiting === 0 || performance.now() > end) return waiting;
    await wait(100);
  }
}
