// What the fence costs: `scope.read` of one statement, against the same statement without it.
//
// Measured: one fenced read (scope made, transaction opened and ended) of one mailbox message by its key, prepared as the
// statements of pages are, as the login role of residents, by 20 workers on a pool of 10 connections.
// Reference: the same statement, named, by `pool.query` as the owner, whom no policy holds: no transaction, no setting.
// Same machine, same pool size, same pipelining, same rows.

import { prepared } from '../src/kernel/database/prepared.ts';
import { scopeMaker } from '../src/kernel/scope.ts';
import { benchDatabase } from './harness/bench-database.ts';
import { everyScopeMay } from './harness/every-scope-may.ts';
import { fillMailboxes, type Mailbox } from './harness/mailboxes.ts';
import { type Bench, commit, inTurn, megabytes, round, rounded } from './harness/measure.ts';

const PARTIES = 2_000;
const MESSAGES = 50;
const WORKERS = 20;
const ROUND_MS = 2_000;

const columns = ['sender_name', 'subject', 'body', 'delivered_at', 'opened_at'] as const;
const messageByKey = prepared((tx, { party, newest }: Mailbox) =>
  tx.selectFrom('mailbox.message').select(columns).where('party_id', '=', party).where('message_id', '=', newest),
);

export const bench: Bench = {
  says: 'a fenced read of one row by key, against the same statement without the fence',
  async run(tell) {
    const db = await benchDatabase(10);
    try {
      const mailboxes = await fillMailboxes(db.owner, PARTIES, MESSAGES);
      tell(`${PARTIES * MESSAGES} messages of ${PARTIES} parties, ${WORKERS} workers`);

      const makeScope = scopeMaker(db.pools, everyScopeMay);
      const at = (n: number) => mailboxes[n % PARTIES] as Mailbox; // the remainder is within the list
      const result = await inTurn(
        tell,
        () =>
          round(WORKERS, ROUND_MS, async (n) => {
            const mailbox = at(n);
            const scope = makeScope({
              actor: { kind: 'person', party: mailbox.party, name: 'A', assurance: 'high', session: 's' },
              room: 'resident',
              fence: { authorities: [], parties: [mailbox.party] },
            });
            const [row] = await scope.read((tx) => messageByKey(tx, mailbox));
            if (!row) throw new Error('the row is not there');
          }),
        () =>
          round(WORKERS, ROUND_MS, async (n) => {
            const { party, newest } = at(n);
            const { rows } = await db.ownerPool.query({
              name: 'reference',
              text: `select ${columns.join()} from mailbox.message where party_id = $1 and message_id = $2`,
              values: [party, newest],
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
