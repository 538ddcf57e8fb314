import type pg from 'pg';
import { newId, type PartyId } from '../../src/kernel/ids.ts';

export type Mailbox = { readonly party: PartyId; readonly newest: string };

/** Mailboxes with `each` messages, of all kinds, some of them opened, some with attachments; the same every time. */
export async function fillMailboxes(owner: pg.Client, parties: number, each: number): Promise<readonly Mailbox[]> {
  const mailboxes = Array.from({ length: parties }, () => ({ party: newId<PartyId>(), newest: newId<string>() }));
  await owner.query(
    `insert into identity.party (party_id, kind, name, language, created_at)
     select id, 'person', 'Karin Söderström Åberg', 'sv', now() from unnest($1::uuid[]) id`,
    [mailboxes.map(({ party }) => party)],
  );
  await owner.query(
    `insert into mailbox.message (party_id, message_id, authority_id, sender_name, sender_country, kind, language,
       subject, body, attachments, delivered_at, opened_at)
     select p.id, case when n = 1 then p.newest else gen_random_uuid() end, 2480766, 'Sottunga kommun', 'AX',
       (array['decision', 'question', 'information'])[n % 3 + 1], 'sv', 'Beslut om plats i barnomsorgen, dnr ' || n,
       repeat('Du har fått en plats. ', 20), n % 3, now() - n * interval '11 hours',
       case when n > 5 then now() - n * interval '10 hours' end
     from unnest($1::uuid[], $2::uuid[]) as p(id, newest) cross join generate_series(1, $3::int) n`,
    [mailboxes.map(({ party }) => party), mailboxes.map(({ newest }) => newest), each],
  );
  await owner.query('vacuum analyze identity.party, mailbox.message');
  return mailboxes;
}
