// What the fence costs: `scope.read` of one statement, against the same statement without it.
//
// Measured: one fenced read transaction of one mailbox message by its key, as the login role of residents, by 20 workers
// on a pool of 10 connections.
// Reference: the same statement, named, by `pool.query` as the owner, whom no policy holds: no transaction, no setting.
// Same machine, same pool size, same pipelining, same rows.

import { newId, type PartyId } from '../src/kernel/ids.ts';
import { scopeMaker } from '../src/kernel/scope.ts';
import { benchDatabase } from './harness/bench-database.ts';
import { everyScopeMay } from './harness/every-scope-may.ts';
import { type Bench, commit, inTurn, megabytes, round, rounded } from './harness/measure.ts';

const PARTIES = 2_000;
const MESSAGES = 50;
const WORKERS = 20;
const ROUND_MS = 2_000;

export const bench: Bench = {
  says: 'a fenced read of one row by key, against the same statement without the fence',
  async run(tell) {
    const db = await benchDatabase(10);
    try {
      const parties = Array.from({ length: PARTIES }, () => newId<PartyId>());
      const messages = Array.from({ length: PARTIES }, () => newId<string>());
      await db.owner.query(
        `insert into mailbox.message (party_id, message_id, authority_id, sender_name, sender_country, kind, language,
           subject, body, attachments, delivered_at)
         select p.id, case when n = 1 then m.id else gen_random_uuid() end, 2480766, 'Sottunga', 'AX', 'information', 'sv',
           'Beslut', repeat('Du har fått en plats. ', 20), 0, now() - n * interval '1 day'
         from unnest($1::uuid[], $2::uuid[]) with ordinality as p(id, message, nr)
         join lateral (select p.message as id) m on true cross join generate_series(1, ${MESSAGES}) n`,
        [parties, messages],
      );
      await db.owner.query('vacuum analyze mailbox.message');
      tell(`${PARTIES * MESSAGES} messages of ${PARTIES} parties, ${WORKERS} workers`);

      const makeScope = scopeMaker(db.pools, everyScopeMay);
      const columns = ['sender_name', 'subject', 'body', 'delivered_at', 'opened_at'] as const;
      const at = (n: number) => ({ party: parties[n % PARTIES] ?? '', message: messages[n % PARTIES] ?? '' });
      const result = await inTurn(
        tell,
        () =>
          round(WORKERS, ROUND_MS, async (n) => {
            const { party, message } = at(n);
            const scope = makeScope({
              actor: { kind: 'person', party: party as PartyId, name: 'A', assurance: 'high', session: 's' },
              room: 'resident',
              fence: { authorities: [], parties: [party as PartyId] },
            });
            const row = await scope.read((tx) =>
              tx
                .selectFrom('mailbox.message')
                .select(columns)
                .where('party_id', '=', party)
                .where('message_id', '=', message)
                .executeTakeFirst(),
            );
            if (!row) throw new Error('the row is not there');
          }),
        () =>
          round(WORKERS, ROUND_MS, async (n) => {
            const { party, message } = at(n);
            const { rows } = await db.ownerPool.query({
              name: 'reference',
              text: `select ${columns.join()} from mailbox.message where party_id = $1 and message_id = $2`,
              values: [party, message],
            });
            if (rows.length !== 1) throw new Error('the row is not there');
          }),
      );
      return {
        bench: 'fence',
        value: Math.round(result.value),
        unit: 'reads/s',
        reference: Math.round(result.reference),
        ratio: rounded(result.ratio),
        p99_ms: rounded(result.p99),
        rss_mb: megabytes(),
        rows: PARTIES * MESSAGES,
        commit: commit(),
      };
    } finally {
      await db.stop();
    }
  },
};
