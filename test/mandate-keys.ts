import { pino } from 'pino';
import { makeApp } from '../src/app.ts';
import { readConfig } from '../src/kernel/config/config.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { type AuthorityId, newId, type PartyId } from '../src/kernel/ids.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { numberContext } from '../src/modules/identity/ensure-party.ts';
import { begun, type MandateEvent, type Terms } from '../src/modules/mandates/mandate.ts';
import { withEvent } from '../src/modules/mandates/next-event.ts';
import { insertEvent, insertMandate, insertParties } from '../src/modules/mandates/store.ts';
import { shipSignatureKey } from '../src/modules/signing/index.ts';
import { noStandIns } from '../src/stand-ins.ts';
import { makeWiring } from '../src/wiring.ts';
import type { CaseWorld, Person } from './case-world.ts';
import { testPerson } from './simulators.ts';

const secrets = makeSecrets(exampleDataKey);

/** The whole house in this process, with the house's signature key. */
export async function houseOf({ db }: CaseWorld): Promise<App> {
  const owner = await connectAsOwner(db.url);
  await shipSignatureKey(owner, secrets);
  await owner.end();
  const wiring = await makeWiring({
    ...{ config: readConfig({ NODE_ENV: 'test' }), log: pino({ level: 'silent' }), secrets },
    ...{ ownerUrl: db.url, urls: db.urls, pools: db.pools, formSecret: 'secret', oidc: null, smtpUrl: null },
    ...{ receivedMail: null, fallbackFolder: undefined, stop: async () => undefined },
    ...{
      registers: noStandIns.registers,
      caseSystems: noStandIns.caseSystems,
      mandateRegisters: noStandIns.mandateRegisters,
    },
  });
  return makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'secret' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    wiring,
  );
}

/** A key of an authority's own system. */
export async function keyFor({ db }: CaseWorld, authority: AuthorityId, ...rights: string[]): Promise<string> {
  const { token, hash } = secrets.token();
  await db.sql(
    `insert into kernel.machine_client values ($1, gen_random_uuid(), 'Journalen', $2, $3, '2026-01-01', 'Maja', '2099-01-01', null)`,
    [authority, hash, rights],
  );
  return token;
}

/** Gives a person of the world the number of a test person. @returns the number */
export async function numbered({ db }: CaseWorld, { party }: Person, sub: string): Promise<string> {
  const { country, number } = testPerson(sub);
  const [index] = secrets.indexes(`${country}:${number}`, 'identity.number');
  await db.sql('insert into identity.number_index values ($1, $2)', [index, party]);
  await db.sql('insert into identity.identity_number values ($1, $2, $3)', [
    ...[party, country, secrets.encrypt(number, numberContext(party))],
  ]);
  return number;
}

/** A signed mandate that stands. */
export async function given({ db }: CaseWorld, from: Person, to: Person, some: Partial<Terms> = {}): Promise<string> {
  const now = Temporal.Now.instant();
  const terms: Terms = {
    ...{ grantors: [from], holders: [to], reach: { kind: 'everything' }, level: 'active', mayPassOn: false },
    subject: { sv: 'Allt', fi: 'Kaikki', en: 'Everything' },
    ...{ from: now.subtract({ hours: 24 }), until: now.add({ hours: 24 * 100 }), signBy: now.add({ hours: 24 }) },
    ...{
      signers: [{ party: from.party, onBehalfOf: from.party }],
      replaces: null,
      passedOn: null,
      inOrder: false,
      requestedBy: null,
    },
    ...some,
  };
  const id = newId<never>();
  const drafted: Extract<MandateEvent, { terms: Terms }> = { kind: 'drafted', by: from.party, terms };
  const later: MandateEvent[] = [
    ...terms.signers.map(
      ({ party, onBehalfOf }): MandateEvent => ({
        ...{ kind: 'signed', by: party, onBehalfOf, evidence: newId<string>() },
      }),
    ),
    { kind: 'registered' },
  ];
  const parties: PartyId[] = [from.party, to.party, ...terms.signers.map(({ party }) => party)];
  const passer = terms.passedOn ? [terms.passedOn.by] : [];
  const scope = db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [], parties: [...parties, ...passer] },
  });
  await scope.write(async (tx) => {
    let mandate = begun(id, now, 1, drafted);
    const events = [drafted, ...later];
    for (const event of later) mandate = withEvent(mandate, now, event);
    await insertMandate(tx, mandate, null);
    for (const [index, event] of events.entries()) {
      await insertEvent(tx, { ...mandate, seq: index + 1 }, now, event, []);
    }
    await insertParties(tx, mandate, now);
  });
  return id;
}
