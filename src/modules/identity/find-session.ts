import type { Pool } from 'pg';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { FindSession } from '../../kernel/http/app-types.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { isSeenLongAgo, type SessionLimits } from './session.ts';
import { findSessionRow, touchSessions } from './store/sessions.ts';

/** A session that is in use lasts an hour from its last use: this much of it is not noticed. */
const GATHERED_MS = 200;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * Who has a token, with the grants that today's roles and agreements give: one statement, on the way of every page.
 * @param pool the residents', whoever signs in: before that nobody is an official
 */
export function sessionFinder(pool: Pool, secrets: Secrets, limits: SessionLimits): FindSession {
  let used: Buffer[] = [];

  /** No page waits for it: a morning's first hundred pages would wait for a hundred commits. */
  function noteUse(hash: Buffer): void {
    used.push(hash);
    if (used.length > 1) return;
    setTimeout(() => {
      const hashes = used;
      used = [];
      // A database that is away: the next page of the session says so, or notes it again.
      touchSessions(pool, hashes, Temporal.Now.instant()).catch(() => undefined);
    }, GATHERED_MS).unref();
  }

  return async function findSession(token) {
    if (!TOKEN.test(token)) return null;
    const hash = secrets.hashToken(token);
    const now = Temporal.Now.instant();
    const found = await findSessionRow(pool, hash, now, dateIn('SE', now), limits);
    if (!found) return null;
    if (isSeenLongAgo(found.last_seen_at, now)) noteUse(hash);
    return {
      session: found.session_id,
      party: found.party_id,
      name: found.name,
      isProtected: found.is_protected,
      assurance: found.assurance,
      language: found.language,
      grants: found.grants,
      actingFor: found.acting_for === null ? null : { party: found.acting_for, name: found.acting_name ?? '' },
    };
  };
}
