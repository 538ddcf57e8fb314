import type { Pool } from 'pg';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { FindSession } from '../../kernel/http/app-types.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { isSeenLongAgo, type SessionLimits } from './session.ts';
import { findSessionRow, touchSession } from './store/sessions.ts';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * Who has a token, with the grants that today's roles and agreements give: one statement, on the way of every page.
 * @param pool the residents', whoever signs in: before that nobody is an official
 */
export function sessionFinder(pool: Pool, secrets: Secrets, limits: SessionLimits): FindSession {
  return async function findSession(token) {
    if (!TOKEN.test(token)) return null;
    const hash = secrets.hashToken(token);
    const now = Temporal.Now.instant();
    const found = await findSessionRow(pool, hash, now, dateIn('SE', now), limits);
    if (!found) return null;
    if (isSeenLongAgo(found.last_seen_at, now)) await touchSession(pool, hash, now);
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
