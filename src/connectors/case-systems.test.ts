import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator, testPerson } from '../../test/simulators.ts';
import { newId, type PartyId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/scope.ts';
import type { CaseSource } from '../modules/overview/index.ts';
import { kundhandelserSource } from './kundhandelser/index.ts';
import { zgwSource } from './zgw/index.ts';

const erik = newId<PartyId>();
const anna = newId<PartyId>();
const noor = newId<PartyId>();
const fatima = newId<PartyId>();
const nobody = newId<PartyId>();
const numbers = new Map([
  [erik, testPerson('erik').number],
  [anna, testPerson('anna').number],
  [noor, testPerson('noor').number],
  [fatima, testPerson('fatima').number],
]);
const numberOf = async (_scope: Scope, party: PartyId) => numbers.get(party) ?? null;
// The connectors look at no more of a scope than this.
const scope = {
  actor: { kind: 'person', party: erik },
  language: 'sv',
  now: Temporal.Now.instant(),
} as unknown as Scope;

let mina: Simulator<'kundhandelser'>;
let zgw: Simulator<'zgw'>;
let sources: Readonly<Record<'kundhandelser' | 'zgw', CaseSource>>;

beforeAll(async () => {
  [mina, zgw] = await Promise.all([
    startSimulator('kundhandelser', { API_KEY: 'k' }),
    startSimulator('zgw', { CLIENT_ID: 'a', CLIENT_SECRET: 's' }),
  ]);
  const name = { sv: 'Källan', fi: 'Lähde', en: 'The source' };
  sources = {
    kundhandelser: kundhandelserSource({
      ...{ id: 'kundhandelser', name, url: mina.url, key: 'k', numberOf },
      askerOf: async () => ({ scope, party: erik }),
    }),
    zgw: zgwSource({
      ...{ id: 'zgw', name, authority: 'Grannkommunen', url: zgw.url, client: { id: 'a', secret: 's' }, numberOf },
      namesPatience: 60_000,
    }),
  };
});
afterAll(async () => {
  await Promise.all([mina.stop(), zgw.stop()]);
});
afterEach(async () => {
  await behave('ok');
});

async function behave(mode: string): Promise<void> {
  for (const url of [`${mina.url}/control`, new URL('/control', zgw.url).href]) {
    await fetch(url, { method: 'POST', body: JSON.stringify({ mode, delayMs: 60_000 }) });
  }
}
function ask(which: keyof typeof sources, party: PartyId, milliseconds = 60_000) {
  return sources[which].cases(scope, party, { signal: AbortSignal.timeout(milliseconds) });
}

describe.each(['kundhandelser', 'zgw'] as const)('%s', (which) => {
  // What each kind of bad input gets of each source stands in bad-input.test.ts.
  test.each([
    ['down', { state: 'failed', fault: 'down' }],
    ['wrong', { state: 'failed', fault: 'broken' }],
    ['not-allowed', { state: 'not-allowed' }],
  ])('that is %s is told apart, and nothing of it is believed', async (mode, told) => {
    await behave(mode);
    const answer = await ask(which, erik);
    expect(answer).toMatchObject(told);
    expect(answer).not.toHaveProperty('value');
  });

  test('knows nothing of who has no cases there, and is not asked about who has no number', async () => {
    expect((await ask(which, which === 'zgw' ? noor : nobody)).state).toBe(which === 'zgw' ? 'nothing' : 'not-asked');
    expect((await ask(which, nobody)).state).toBe('not-asked');
  });
});

describe('Mina ärenden', () => {
  test('events become cases: the latest by the instant, also in the hour that comes twice, says whose move it is', async () => {
    const answer = await ask('kundhandelser', erik);
    if (answer.state !== 'answered') throw new Error(answer.state);
    expect(answer.value.missing).toEqual([]);
    expect(answer.value.items).toHaveLength(2);
    const licence = answer.value.items.find(({ reference }) => reference === 'TSV 2026-1001');
    expect(licence).toMatchObject({
      title: 'Körkortstillstånd: komplettera din ansökan',
      ball: 'me',
      nextStep: 'Skicka in det som saknas: läkarintyg.',
      deadline: { on: '2026-12-15' },
      last: { at: '2026-10-25T01:10:00Z' },
      href: 'https://example.se/komplettera',
    });
    // 02.30 before the clocks were set back is earlier than 02.10 after.
    expect(licence?.events.map(({ at }) => at)).toEqual(['2026-10-25T00:30:00Z', '2026-10-25T01:10:00Z']);
  });

  test('half an answer (206) gives what there is, and says who could not be asked', async () => {
    await behave('partial');
    expect(await ask('kundhandelser', erik)).toMatchObject({ state: 'answered', value: { missing: ['Lantmäteriet'] } });
  });

  test('an event of a type that is none is left out and told; the others live', async () => {
    await behave('unknown-type');
    const answer = await ask('kundhandelser', erik);
    expect(answer).toMatchObject({ state: 'answered', value: { missing: ['Transportstyrelsen'] } });
    expect(answer.state === 'answered' && answer.value.items.length).toBe(2);
  });

  const askOneOf = (id: string) =>
    sources.kundhandelser.one?.(scope, erik, id, { signal: AbortSignal.timeout(60_000) });

  test('one case is asked for by its number, with its events alone', async () => {
    expect(await askOneOf('Transportstyrelsen:TSV 2026-1001')).toMatchObject({
      state: 'answered',
      value: { reference: 'TSV 2026-1001', ball: 'me', events: [{}, {}] },
    });
    expect(await askOneOf('Transportstyrelsen:TSV 2026-2')).toMatchObject({ state: 'nothing' });
    expect(await askOneOf('Skatteverket:TSV 2026-1001')).toMatchObject({ state: 'nothing' }); // another's number
    expect(await askOneOf('CSN#csn-5')).toEqual({ state: 'not-asked' }); // an event without a number
  });

  test('an answer that tells of other cases than the one that was asked for is not believed', async () => {
    await behave('other-case');
    expect(await askOneOf('Transportstyrelsen:TSV 2026-1001')).toMatchObject({ fault: 'about-another' });
    await behave('another');
    expect(await askOneOf('Transportstyrelsen:TSV 2026-1001')).toMatchObject({ fault: 'about-another' });
  });

  test('when its own producer could not be asked, that there are no events is no answer; another’s silence is not its', async () => {
    await behave('partial');
    expect(await askOneOf('Lantmäteriet:LM 1')).toMatchObject({ state: 'failed', fault: 'down' });
    expect(await askOneOf('Transportstyrelsen:TSV 2026-1001')).toMatchObject({ state: 'answered' });
  });

  test('who has a Finnish number is not asked about', async () => {
    expect(await ask('kundhandelser', anna)).toEqual({ state: 'not-asked' });
  });
});

describe('ZGW', () => {
  test('a case has the words for citizens, its statuses in order, and how its day is counted', async () => {
    const answer = await ask('zgw', erik);
    if (answer.state !== 'answered') throw new Error(answer.state);
    expect(answer.value.items).toMatchObject([
      {
        title: 'Bygglov för uterum',
        kind: 'Bygglov', // as the catalogue calls its type
        authority: 'Grannkommunen',
        status: { words: 'Handläggs', normal: 'in-progress' },
        ball: 'them',
        reference: 'BN 2026-00042',
        expected: { on: '2026-12-01', counted: 'Senaste dag enligt lag, som myndigheten har angett.' },
        events: [{ words: 'Mottagen' }, { words: 'Handläggs' }],
      },
    ]);
  });

  const bygglov = '5b1f8a52-6a3f-4d0e-9d0c-0f7f6b1b0a01';
  const askOne = (party: PartyId, id: string) =>
    sources.zgw.one?.(scope, party, id, { signal: AbortSignal.timeout(60_000) });

  test('one case is asked for by itself: its documents, who has a part in it, and what of theirs it belongs with', async () => {
    expect(await askOne(erik, bygglov)).toMatchObject({
      state: 'answered',
      value: {
        id: bygglov,
        title: 'Bygglov för uterum',
        documents: [
          { title: 'Situationsplan', href: null },
          { title: 'Kontrollplan', href: null },
        ],
        parties: ['Sökande: du', 'Berörd: en annan person', 'Handläggs av: Byggnadsnämnden'],
        events: [{ words: 'Mottagen' }, { words: 'Handläggs' }],
        related: [], // somebody else's case, which is theirs to know of
      },
    });
    const garage = '5b1f8a52-6a3f-4d0e-9d0c-0f7f6b1b0a05';
    expect(await askOne(fatima, garage)).toMatchObject({ value: { related: ['BN 2026-00050'] } });
  });

  test('one case of somebody else’s is not believed, and what goes wrong is told apart as in the list', async () => {
    expect(await askOne(anna, bygglov)).toMatchObject({ state: 'failed', fault: 'about-another' });
    expect(await askOne(nobody, bygglov)).toEqual({ state: 'not-asked' });
    await behave('not-allowed');
    expect(await askOne(erik, bygglov)).toMatchObject({ state: 'not-allowed' });
    await behave('wrong');
    expect(await askOne(erik, bygglov)).toMatchObject({ state: 'failed', fault: 'broken' });
  });

  test('what types are called is asked for once; a catalogue that is away leaves the code, and the case is there', async () => {
    const questions = async () => {
      const control = await fetch(new URL('/control', zgw.url).href);
      return ((await control.json()) as { questions: number }).questions;
    };
    await ask('zgw', erik);
    const before = await questions();
    await ask('zgw', erik);
    expect((await questions()) - before).toBe(3); // the list, the roles and the statuses

    await behave('no-catalogue');
    const name = { sv: 'Källan', fi: 'Lähde', en: 'The source' };
    const anew = zgwSource({
      ...{ id: 'zgw', name, authority: 'Grannkommunen', url: zgw.url, client: { id: 'a', secret: 's' }, numberOf },
    });
    expect(await anew.cases(scope, erik, { signal: AbortSignal.timeout(60_000) })).toMatchObject({
      state: 'answered',
      value: { items: [{ kind: null, codes: { type: 'bygglov' } }] },
    });
  });
});
