import { afterAll, beforeAll, expect } from 'vitest';
import type { PartyId, SigningId } from '../src/kernel/ids.ts';
import type { TestDatabase } from './database.ts';
import { type Simulator, startSimulator, testPerson } from './simulators.ts';
import { type House, openHouse } from './traces/house.ts';
import { type Exchange, Reader } from './traces/reader.ts';

export const main = (page: Exchange) => /<main\b[\s\S]*<\/main>/.exec(page.body)?.[0] ?? '';

const today = Temporal.Now.plainDateISO();
/** As the population register knows Anna's children: Emil with Mikael, Elsa alone. */
export const emil = '2019-05-04:Emil Sjöblom';
export const elsa = '2022-09-19:Elsa Sjöblom';
export const service = '/sottunga/tjanster/barnomsorgsplats';

/** The whole house with the population register, and people of the demo world at its pages. */
export function cosigningHouse(db: TestDatabase, people: readonly string[]) {
  const readers = new Map<string, Reader>();
  let house: House;
  let register: Simulator<'population-register'>;

  beforeAll(async () => {
    register = await startSimulator('population-register');
    house = await openHouse(db, { population: register.url });
    for (const sub of people) {
      const reader = new Reader(house.app, sub, []);
      await reader.signIn(sub);
      await reader.open('/sprak/sv?till=/om');
      readers.set(sub, reader);
    }
  });
  afterAll(async () => {
    await house.close();
    await register.stop();
  });

  function by(sub: string): Reader {
    const reader = readers.get(sub);
    if (!reader) throw new Error(`nobody is called ${sub}`);
    return reader;
  }

  const post = (path: string, body: object) =>
    fetch(register.url + path, { method: 'POST', body: JSON.stringify(body) });

  /** From the front of the service to the summary, with these children chosen from the register. */
  async function summary(sub: string, children: readonly string[]): Promise<Exchange> {
    const reader = by(sub);
    let page = await reader.send(await reader.open(service), /\/ansok$/);
    page = await reader.sendFields(page, '/children', [
      ['_action', 'choose:children'],
      ...children.map((key) => ['children.chosen', key] as const),
    ]);
    const rows = children.flatMap((_, row) => [
      [`children.${row}.start`, today.add({ months: 3 }).toString()],
      [`children.${row}.hours`, '30'],
    ]);
    page = await reader.send(page, '/children', Object.fromEntries(rows));
    page = await reader.send(page, '/need', { situation: 'seeking', wantsCall: 'no' });
    page = await reader.send(page, '/household');
    return reader.send(page, '/contact');
  }

  async function latestDraft(): Promise<{ draft: string; party: PartyId; signing: SigningId }> {
    const [row] = await db.sql<{ draft: string; party: PartyId; signing: SigningId }>(
      `select draft_id as draft, party_id as party, cosigning ->> 'signing' as signing
       from services.draft order by started_at desc limit 1`,
    );
    if (!row) throw new Error('nobody has begun');
    return row;
  }

  return {
    by,
    summary,
    latestDraft,
    change: (number: string, set: object) => post('/change', { number, set }),
    behave: (mode: string) => post('/control', { mode }),
    /** The register as it was, and nothing remembered of it. */
    async forget() {
      await post('/reset', {});
      await db.sql('truncate base_registers.copy');
    },
    /** Sends it: what comes is the page of an application that waits. */
    async ask(sub: string, children: readonly string[]) {
      const waiting = await by(sub).send(await summary(sub, children), '/skicka');
      const { draft, party, signing } = await latestDraft();
      return { waiting, draft, party, signing, href: `${service}/ansok/${draft}` };
    },
    sign: async (sub: string, signing: string) => by(sub).sign(await by(sub).open(`/mina-sidor/signera/${signing}`)),
    cases: () =>
      db.sql<{ id: string; parties: PartyId[]; answers: Record<string, unknown>; body: string }>(
        `select c.case_id as id, c.parties, c.answers, a.body from cases."case" c
         join cases.action a using (authority_id, case_id) where a.seq = 1 order by c.filed_at`,
      ),
    /** What follows from events has followed. */
    until: <T>(look: () => Promise<T>, matches: (found: T) => boolean) =>
      expect.poll(async () => matches(await look()), { timeout: 60_000, interval: 100 }).toBe(true),
    letters: async (sub: string) => {
      const page = main(await by(sub).open('/mina-sidor/meddelanden'));
      return page;
    },
    numberOf: (sub: string) => testPerson(sub).number,
  };
}
