import type pg from 'pg';
import { newId, type PartyId } from '../../src/kernel/ids.ts';
import type { Secrets } from '../../src/kernel/secrets.ts';
import { numberContext } from '../../src/modules/identity/ensure-party.ts';

/** A number of the range that Skatteverket has set aside for tests (birth number 980). */
function testNumber(n: number): string {
  const day = Temporal.PlainDate.from('1980-01-01').add({ days: n }).toString().replaceAll('-', '');
  const nine = `${day.slice(2)}980`;
  const sum = [...nine].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${day}980${(10 - (sum % 10)) % 10}`;
}

/** People with a number, cases in Sottunga, a draft and an unopened question each. */
export async function fillOverviews(
  owner: pg.Client,
  secrets: Secrets,
  people: number,
  cases: number,
): Promise<readonly PartyId[]> {
  const parties = Array.from({ length: people }, () => newId<PartyId>());
  await owner.query(
    `insert into identity.party (party_id, kind, name, language, created_at)
     select id, 'person', 'Karin Söderström Åberg', 'sv', now() from unnest($1::uuid[]) id`,
    [parties],
  );
  await owner.query(
    `insert into identity.identity_number (party_id, country, sealed)
     select p, 'SE', sealed from unnest($1::uuid[], $2::text[]) t(p, sealed)`,
    [parties, parties.map((party, n) => secrets.encrypt(testNumber(n), numberContext(party)))],
  );
  await owner.query(
    `insert into cases.case_party (party_id, authority_id, case_id, role, service_id, service_version, diary_number, state,
       decision, ball, due_on, filed_at, at)
     select p, 2480766, gen_random_uuid(), 'applicant', 'se.sundsvall/forslag', 1, 'SOT 2026-' || n, 'received', null,
       'authority', '2026-12-24', now() - n * interval '1 day', now() - n * interval '1 day'
     from unnest($1::uuid[]) p, generate_series(1, $2::int) n`,
    [parties, cases],
  );
  await owner.query(
    `insert into services.draft (party_id, draft_id, authority_id, service_id, version, seq, answers, started_at, changed_at)
     select p, gen_random_uuid(), 2480766, 'se.sundsvall/forslag', 1, 1, '{}', now(), now() from unnest($1::uuid[]) p`,
    [parties],
  );
  await owner.query(
    `insert into mailbox.message (party_id, message_id, authority_id, sender_name, sender_country, kind, language, subject,
       body, attachments, delivered_at)
     select p, gen_random_uuid(), 2480766, 'Sottunga kommun', 'AX', 'question', 'sv', 'En fråga', 'Hej', 0, now()
     from unnest($1::uuid[]) p`,
    [parties],
  );
  await owner.query('analyze');
  return parties;
}
