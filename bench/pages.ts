// What a page costs: the signed-in mailbox, against a route that does the least that such a page could.
//
// Measured: GET /mina-sidor/meddelanden with 50 messages, by 32 connections that stay open: the whole app with the real
// wiring (rate limits off), real sessions of 500 people in turn, the page rendered for each of them.
// Reference: a bare Fastify whose route runs the inbox's statement (named, as the owner, whom no policy holds: no
// session, no transaction, no fence) and sends the same bytes, read from the measured app beforehand.
// Both apps listen in this process, each on a port and a pool of its own of the same size and pipelining; the load comes
// from a second process; nothing is compressed.

import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { makeApp } from '../src/app.ts';
import { openSession, usualLimits } from '../src/modules/identity/index.ts';
import { makeWiring } from '../src/wiring.ts';
import { benchDatabase } from './harness/bench-database.ts';
import { benchFoundations } from './harness/bench-foundations.ts';
import { requestText, startLoad } from './harness/load-process.ts';
import { fillMailboxes } from './harness/mailboxes.ts';
import { type Bench, commit, inTurn, megabytes, rounded } from './harness/measure.ts';

const PARTIES = 500;
const MESSAGES = 50;
const CONNECTIONS = 32;
const ROUND_MS = 3_000;
const POOL = 10;
const PATH = '/mina-sidor/meddelanden';

/** The statement of the measured page, as it is without its fence. */
const INBOX = `select message_id, authority_id, sender_name, sender_country, kind, language, subject, delivered_at,
  opened_at, attachments from mailbox.message where party_id = $1 order by delivered_at desc, message_id desc limit 51`;

export const bench: Bench = {
  says: 'the signed-in mailbox page with 50 messages, against one statement and the same bytes',
  async run(tell) {
    const db = await benchDatabase(POOL);
    const foundations = benchFoundations(db);
    const wiring = await makeWiring(foundations);
    const app = await makeApp(
      {
        ...{ baseUrl: foundations.config.baseUrl, version: 'bench', development: false, trustProxy: false },
        ...{ secret: foundations.formSecret, metricsToken: null, rateLimits: false, logger: foundations.log },
      },
      wiring,
    );
    const reference = fastify();
    const load = startLoad();
    try {
      const mailboxes = await fillMailboxes(db.owner, PARTIES, MESSAGES);
      const visits = await Promise.all(
        mailboxes.map(async ({ party }) => {
          const scope = wiring.makeScope({
            ...{ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } },
          });
          const opened = { party, assurance: 'high', device: 'bench', replaced: undefined } as const;
          const token = await openSession(scope, { secrets: db.secrets, limits: usualLimits }, opened);
          return { party, cookie: `session=${token}` };
        }),
      );
      const pages = new Map<string, string>();
      for (const { party, cookie } of visits) {
        const page = await app.inject({ url: PATH, headers: { cookie } });
        if (page.statusCode !== 200) throw new Error(`the page answers ${page.statusCode}`);
        pages.set(party, page.body);
      }
      const size = Buffer.byteLength(pages.values().next().value ?? '');
      tell(`${PARTIES * MESSAGES} messages of ${PARTIES} parties, pages of ${size} bytes`);

      reference.get<{ Params: { party: string } }>('/:party', async ({ params: { party } }, reply) => {
        await db.ownerPool.query({ name: 'inbox', text: INBOX, values: [party] });
        return reply.type('text/html; charset=utf-8').send(pages.get(party));
      });
      await Promise.all([app.listen({ host: '127.0.0.1', port: 0 }), reference.listen({ host: '127.0.0.1', port: 0 })]);
      const how = { status: 200, connections: CONNECTIONS, milliseconds: ROUND_MS };
      const measured = visits.map(({ cookie }) => requestText('GET', PATH, { cookie, 'accept-language': 'sv' }));
      const compared = visits.map(({ party }) => requestText('GET', `/${party}`));
      const result = await inTurn(
        tell,
        () => load.round({ ...how, port: portOf(app), requests: measured }),
        () => load.round({ ...how, port: portOf(reference), requests: compared }),
      );
      tell(`the load took ${Math.round(load.mostOwnShare() * 100)} % of a core at most`);
      return {
        bench: 'pages',
        value: Math.round(result.value),
        unit: 'pages/s',
        reference: Math.round(result.reference),
        ratio: rounded(result.ratio),
        p99_ms: rounded(result.p99),
        rss_mb: megabytes(),
        rows: PARTIES * MESSAGES,
        commit: commit(),
      };
    } finally {
      await load.stop();
      await Promise.all([app.close(), reference.close()]);
      await db.stop();
    }
  },
};

function portOf({ server }: { readonly server: { address(): AddressInfo | string | null } }): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}
