import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { MandateId, PartyId } from '../../../kernel/ids.ts';
import type { ListFilter } from '../list-filter.ts';
import { type Mandate, mandateFrom } from '../mandate.ts';
import { eventFrom } from '../stream.ts';

export type Listed = { readonly role: 'grantor' | 'holder' | 'signer' | 'passer'; readonly mandate: Mandate };

/** The last row of the page before. */
export type After = { readonly at: Temporal.Instant; readonly mandate: MandateId };

export type ListedPage = { readonly listed: readonly Listed[]; readonly after: After | null };

/** As `stateAt`, in the groups that people look for. `f` is the first event: it says until when it waits. */
function standingAt(now: Temporal.Instant): RawBuilder<string> {
  return sql`case
    when m.ended_at is not null then 'slut'
    when m.registered_at is null and least((f.body->'terms'->>'signBy')::timestamptz, m.valid_until) <= ${now} then 'slut'
    when m.registered_at is null then 'vantar'
    when m.valid_until <= ${now} then 'slut'
    when m.suspended_at is not null then 'vilar'
    when m.valid_from <= ${now} then 'galler'
    else 'kommande' end`;
}

function conditions(filter: ListFilter, now: Temporal.Instant, after: After | null): RawBuilder<unknown> {
  const { direction, standing, authority, person, search } = filter;
  const wanted: RawBuilder<unknown>[] = [
    ...(direction === null ? [] : [direction === 'fatts' ? sql`p.role = 'holder'` : sql`p.role <> 'holder'`]),
    ...(standing === null ? [] : [sql`${standingAt(now)} = ${standing}`]),
    ...(authority === null ? [] : [sql`(m.reach->>'authority')::int = ${authority}`]),
    ...(person === null ? [] : [sql`${person}::uuid = any (p.others)`]),
    ...(after === null ? [] : [sql`(p.at, p.mandate_id) < (${after.at}, ${after.mandate}::uuid)`]),
  ];
  if (search !== '') {
    const holds = (texts: RawBuilder<unknown>) =>
      sql`exists (select from jsonb_each_text(${texts}) t where strpos(lower(t.value), ${search}) > 0)`;
    wanted.push(sql`(${holds(sql`m.names`)} or ${holds(sql`f.body->'terms'->'subject'`)})`);
  }
  return wanted.length === 0 ? sql`true` : sql.join(wanted, sql` and `);
}

type Row = {
  readonly mandate_id: MandateId;
  readonly role: Listed['role'];
  readonly at: Temporal.Instant;
  readonly stream: { seq: number; at: string; body: unknown }[];
};

/** A page of a party's mandates, the latest first. */
export async function loadListed(
  tx: Tx,
  party: PartyId,
  page: {
    readonly filter: ListFilter;
    readonly now: Temporal.Instant;
    readonly after: After | null;
    readonly most: number;
  },
): Promise<ListedPage> {
  const { rows } = await sql<Row>`
    select p.mandate_id, p.role, p.at, (
      select jsonb_agg(jsonb_build_object('seq', e.seq, 'at', e.at, 'body', e.body) order by e.seq)
      from mandates.event e where e.mandate_id = p.mandate_id
    ) as stream
    from mandates.mandate_party p
      join mandates.mandate m on m.mandate_id = p.mandate_id
      join mandates.event f on f.mandate_id = p.mandate_id and f.seq = 1
    where p.party_id = ${party} and ${conditions(page.filter, page.now, page.after)}
    order by p.at desc, p.mandate_id desc
    limit ${page.most + 1}`.execute(tx);
  const shown = rows.slice(0, page.most);
  const last = rows.length > page.most ? shown.at(-1) : undefined;
  return {
    after: last ? { at: last.at, mandate: last.mandate_id } : null,
    listed: shown.map(({ mandate_id, role, stream }) => ({
      role,
      mandate: mandateFrom(
        mandate_id,
        stream.map(({ seq, at, body }) => ({ seq, at: Temporal.Instant.from(at), event: eventFrom(body) })),
      ),
    })),
  };
}

/** Whom and which authorities a party's mandates name, for the choices of the filter; the latest first. */
export type NamedInList = {
  readonly authorities: readonly number[];
  readonly persons: readonly { readonly party: PartyId; readonly name: string }[];
};

export async function loadNamed(tx: Tx, party: PartyId, most: number): Promise<NamedInList | null> {
  const { rows } = await sql<{ authority: number | null; others: PartyId[]; names: Record<string, string> }>`
    select (m.reach->>'authority')::int as authority, p.others, m.names
    from mandates.mandate_party p join mandates.mandate m on m.mandate_id = p.mandate_id
    where p.party_id = ${party}
    order by p.at desc, p.mandate_id desc limit ${most}`.execute(tx);
  if (rows.length === 0) return null;
  const persons = new Map<PartyId, string>();
  for (const { others, names } of rows) {
    for (const other of others) if (!persons.has(other)) persons.set(other, names[other] ?? '');
  }
  return {
    authorities: [...new Set(rows.flatMap(({ authority }) => authority ?? []))],
    persons: [...persons].filter(([, name]) => name !== '').map(([one, name]) => ({ party: one, name })),
  };
}
