import type { Basis } from '../../kernel/authority.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { isUuid } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { type Authority, authoritiesByIds } from '../directory/index.ts';
import { officialOf } from './handle.ts';
import { reachOf } from './reach.ts';
import { servicesOf } from './service-of.ts';
import { listQueue, type QueueCursor, type QueuedCase, type QueueFilter } from './store/queue.ts';
import { type DueCase, listDue } from './store/retention.ts';

export type QueueLine = QueuedCase & { readonly title: string; readonly authorityName: string; readonly href: string };

export type Queue = {
  readonly cases: readonly QueueLine[];
  readonly next: string | null;
  /** All that the official works for, for the filter. */
  readonly authorities: readonly Authority[];
  readonly today: Temporal.PlainDate;
};

export type QueueView = Pick<QueueFilter, 'assignment' | 'show'> & { readonly authority: AuthorityId | null };

const DUE_WITHIN_DAYS = 7;

/**
 * ONE queue over all authorities that the official's roles reach, own tasks and units only, the most urgent first. That
 * the official has seen the names is committed to those people's logs before the list is there; when that fails, it is not.
 * @throws Refusal not-allowed
 */
export async function readQueue(
  scope: Scope,
  view: QueueView,
  most: number,
  beyond: QueueCursor | null = null,
): Promise<Queue> {
  await permit(scope, 'case.list', {});
  const all = reachOf(scope.actor);
  const reach = view.authority === null ? all : all.filter(({ authority }) => authority === view.authority);
  const today = scope.now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
  const filter = {
    assignment: view.assignment,
    show: view.show,
    me: officialOf(scope).party,
    dueBy: today.add({ days: DUE_WITHIN_DAYS }),
  };
  const found = await scope.read((tx) => listQueue(tx, reach, filter, most + 1, beyond));
  const shown = found.slice(0, most);
  const [authorities, service] = await Promise.all([
    authoritiesByIds(
      scope,
      all.map(({ authority }) => authority),
    ),
    servicesOf(scope, shown, scope.language),
    traceNames(scope, shown),
  ]);
  const last = shown.at(-1);
  const { compare } = new Intl.Collator('sv');
  return {
    cases: shown.map((one) => ({ ...one, title: service(one).words.of('title'), ...placeOf(authorities, one) })),
    next: found.length > most && last ? `${last.dueOn}_${last.case}` : null,
    authorities: [...authorities.values()].sort((a, b) => compare(a.name, b.name)),
    today,
  };
}

/** A protected identity has no name in the list, and so nothing of it was seen. */
async function traceNames(scope: Scope, shown: readonly QueuedCase[]): Promise<void> {
  const named = shown.filter(({ applicantName }) => applicantName !== null);
  if (named.length === 0) return;
  const rights = new Map<AuthorityId, readonly Basis[]>();
  for (const authority of new Set(named.map((one) => one.authority))) {
    rights.set(authority, (await permit(scope, 'case.list', { authority })).basis);
  }
  const lines = named.map(({ applicant: about, authority }) => ({
    ...{ about, authority, purpose: 'cases.purpose.queue', basis: rights.get(authority) ?? [] },
  }));
  await scope.write((tx) => scope.auditList(tx, lines));
}

function placeOf(authorities: ReadonlyMap<AuthorityId, Authority>, one: { authority: AuthorityId; case: string }) {
  const authority = authorities.get(one.authority);
  return { authorityName: authority?.name ?? '', href: `/handlaggning/${authority?.slug ?? ''}/${one.case}` };
}

/** Broken or absent: from the beginning. */
export function queueCursorIn(text: string | undefined): QueueCursor | null {
  const [, day, id] = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  if (!day || !id || !isUuid(id)) return null;
  try {
    return { dueOn: Temporal.PlainDate.from(day), case: id };
  } catch {
    return null;
  }
}

export type DueLine = DueCase & { readonly title: string; readonly authorityName: string; readonly href: string };

const SHOWN_BEFORE_DAYS = 60;
const MOST_DUE = 200;

/**
 * What is soon to be erased or archived, before it is.
 * @throws Refusal not-allowed
 */
export async function readDueForErasure(scope: Scope): Promise<readonly DueLine[]> {
  await permit(scope, 'case.list', {});
  const reach = reachOf(scope.actor);
  const today = scope.now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
  const due = await scope.read((tx) => listDue(tx, reach, today.add({ days: SHOWN_BEFORE_DAYS }), MOST_DUE));
  const [authorities, service] = await Promise.all([
    authoritiesByIds(
      scope,
      due.map(({ authority }) => authority),
    ),
    servicesOf(scope, due, scope.language),
  ]);
  return due.map((one) => ({ ...one, title: service(one).words.of('title'), ...placeOf(authorities, one) }));
}
