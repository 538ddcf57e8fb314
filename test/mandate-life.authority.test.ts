import { beforeAll, describe, expect, test } from 'vitest';
import type { MandateId, PartyId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { ensureParty } from '../src/modules/identity/index.ts';
import { actOnMandate, ownMandate } from '../src/modules/mandates/change-mandate.ts';
import { type Holder, type IssueParts, issueMandate, requestMandate } from '../src/modules/mandates/issue-mandate.ts';
import { takeInSigning } from '../src/modules/mandates/take-in-signing.ts';
import type { Wanted } from '../src/modules/mandates/terms.ts';
import { passOn, writeAnew } from '../src/modules/mandates/write-anew.ts';
import { refuseToSign } from '../src/modules/signing/refuse.ts';
import { caseWorld, type Person } from './case-world.ts';
import { testPerson } from './simulators.ts';

// Everything that changes a mandate, tried by whoever it is not for, and by two at once.

const world = caseWorld();
const secrets = makeSecrets(exampleDataKey);
const parts = { secrets, testPersons: true };
const numbers = { anna: '140388-942J', erik: '197911239817', karin: '110581-918M', siv: '020975-9662' } as const;
type Who = keyof typeof numbers;
const today = Temporal.Now.plainDateISO('Europe/Stockholm');
const wanted: Wanted = {
  ...{ reach: { kind: 'everything' }, subject: { sv: 'allt', fi: 'kaikki', en: 'everything' }, level: 'active' },
  ...{ mayPassOn: true, from: today, to: today.add({ months: 1 }) },
};
const called = (who: Who) => ({ country: who === 'erik' ? 'SE' : 'FI', number: numbers[who], name: who }) as const;
const scopeOf = (who: Who, now?: Temporal.Instant): Scope => world.resident(world[who], now);
const refused = (kind: string) => expect.objectContaining({ kind });

beforeAll(async () => {
  for (const who of Object.keys(numbers) as Who[]) {
    const { country, number } = called(who);
    const [index] = secrets.indexes(`${country}:${number}`, 'identity.number');
    await world.db.sql('insert into identity.number_index values ($1, $2)', [index, world[who].party]);
  }
});

async function signAt(id: MandateId, place: number, { party }: Person): Promise<void> {
  await world.db.sql(
    `insert into signing.event (signing_id, seq, kind, at, by_party, parties, body)
     select signing_id, $3 + 1, 'signed', now(), $2, array[$2::uuid], jsonb_build_object('place', $3)
     from mandates.mandate where mandate_id = $1`,
    [id, party, place],
  );
}
const standing = (from: Who, to: Who) => standingFor(from, called(to));
async function standingFor(from: Who, to: Holder): Promise<MandateId> {
  const { mandate } = await issueMandate(scopeOf(from), parts, wanted, [to]);
  await signAt(mandate, 1, world[from]);
  await takeInSigning(scopeOf(from), mandate);
  return mandate;
}
const known = async (who: Who, id: MandateId) => (await ownMandate(scopeOf(who), id)).mandate;

describe('whoever it is not for', () => {
  test('neither changes, renews nor passes on, and a stranger does not find it', async () => {
    const id = await standing('anna', 'erik');
    const mandate = await known('anna', id);
    const anew = (who: Who, kind: 'change' | 'renew') => writeAnew(scopeOf(who), parts, mandate, kind, wanted);
    for (const kind of ['change', 'renew'] as const) {
      await expect(anew('karin', kind)).rejects.toEqual(refused('not-allowed'));
    }
    for (const who of ['karin', 'anna'] as const) {
      await expect(passOn(scopeOf(who), parts, mandate, wanted, [called('siv')])).rejects.toEqual(
        refused('not-allowed'),
      );
    }
    await expect(passOn(scopeOf('erik'), parts, mandate, wanted, [called('anna')])).rejects.toEqual(refused('invalid'));
    await expect(ownMandate(scopeOf('karin'), id)).rejects.toEqual(refused('not-found'));
    // A holder's change is a request: the old one stands until the grantor has signed.
    const { mandate: request } = await anew('erik', 'change');
    expect((await known('anna', request)).terms.requestedBy).toBe(world.erik.party);
    expect((await known('anna', id)).ended).toBeNull();
    await actOnMandate(scopeOf('anna'), id, 'revoked');
    expect((await known('erik', request)).ended?.how).toBe('chain-broken');
  });

  test('who has been asked signs for nobody else, and whoever asks gets nothing by it', async () => {
    const { mandate, signing } = await requestMandate(scopeOf('erik'), parts, wanted, called('siv'));
    await expect(refuseToSign(scopeOf('karin'), signing, 'x')).rejects.toEqual(refused('not-found'));
    await expect(actOnMandate(scopeOf('erik'), mandate, 'revoked')).rejects.toEqual(refused('not-allowed'));
    await expect(actOnMandate(scopeOf('erik'), mandate, 'accepted')).rejects.toEqual(refused('conflict'));
    await refuseToSign(scopeOf('siv'), signing, 'nej');
    await takeInSigning(scopeOf('siv'), mandate);
    expect((await known('erik', mandate)).ended?.how).toBe('refused');
    await expect(requestMandate(scopeOf('erik'), parts, wanted, called('siv'))).rejects.toEqual(refused('conflict'));
  });
});

describe('a minor', () => {
  const amina = { country: 'SE', number: '201503149807', name: 'Amina' } as const;
  const scopeOfParty = (party: PartyId) => world.resident({ party, name: 'x' });
  const visitor = () =>
    world.db.scopes({ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } });

  test('gives, changes and passes on nothing, and nobody gives in their name with them or asks them to', async () => {
    const party = await ensureParty(visitor(), secrets, { ...amina, language: null });
    const scope = scopeOfParty(party);
    const minor = expect.objectContaining({ kind: 'not-allowed', key: 'mandates.minor' });
    await expect(issueMandate(scope, parts, wanted, [called('erik')])).rejects.toEqual(minor);
    const held = await known('anna', await standingFor('anna', amina));
    await expect(passOn(scope, parts, held, wanted, [called('erik')])).rejects.toEqual(minor);
    // To ask for a change of what one holds is not to give.
    await expect(writeAnew(scope, parts, held, 'change', wanted)).resolves.toBeDefined();
    const named = expect.objectContaining({ kind: 'invalid', key: 'mandates.minor-named' });
    await expect(issueMandate(scopeOf('siv'), parts, wanted, [called('karin')], { alsoFrom: [amina] })).rejects.toEqual(
      named,
    );
    await expect(requestMandate(scopeOf('siv'), parts, wanted, amina)).rejects.toEqual(named);
  });

  test('is who the population register says is one, whatever day the number names; silent, it says nothing', async () => {
    const olle = testPerson('olle');
    const party = await ensureParty(visitor(), secrets, olle);
    const said = (born: string): IssueParts['registers'] => ({
      person: async () => ({
        ...{ state: 'answered', asOf: Temporal.Now.instant() },
        value: {
          ...{
            number: olle.number,
            name: olle.name,
            address: null,
            protectedIdentity: false,
            diedOn: null,
            civilStatus: 'unmarried',
          },
          ...{ birthDate: Temporal.PlainDate.from(born), guardians: [], children: [] },
        },
      }),
    });
    const give = (registers: IssueParts['registers']) =>
      issueMandate(scopeOfParty(party), { ...parts, ...(registers && { registers }) }, wanted, [called('erik')]);
    await expect(give(said(today.subtract({ years: 17 }).toString()))).rejects.toEqual(refused('not-allowed'));
    await expect(give(said('1990-01-01'))).resolves.toBeDefined();
    const silent = { state: 'failed', source: 'population', fault: 'down', retry: true } as const;
    await expect(give({ person: async () => silent })).resolves.toBeDefined();
  });
});

describe('two at once', () => {
  test('of two requests to the same person one is put', async () => {
    const asked = () => requestMandate(scopeOf('karin'), parts, wanted, called('anna'));
    const outcomes = await Promise.allSettled([asked(), asked(), asked()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('the last two signatures, taken in by both sides and again, make one mandate', async () => {
    const { mandate } = await issueMandate(scopeOf('anna'), parts, wanted, [called('erik')], {
      alsoFrom: [called('karin')],
    });
    await signAt(mandate, 1, world.anna);
    await takeInSigning(scopeOf('karin'), mandate);
    expect((await known('erik', mandate)).signed).toHaveLength(1);
    await signAt(mandate, 2, world.karin);
    await Promise.all((['anna', 'karin', 'erik', 'anna'] as const).map((who) => takeInSigning(scopeOf(who), mandate)));
    const { stream } = await ownMandate(scopeOf('erik'), mandate);
    expect(stream.map(({ event }) => event.kind)).toEqual(['drafted', 'signed', 'signed', 'registered']);
  });

  test('a revocation and the last signature: whichever comes first, it gives nothing afterwards', async () => {
    for (let time = 0; time < 4; time++) {
      const { mandate } = await issueMandate(scopeOf('siv'), parts, wanted, [called('karin')]);
      await signAt(mandate, 1, world.siv);
      await Promise.all([
        takeInSigning(scopeOf('siv'), mandate),
        actOnMandate(scopeOf('siv'), mandate, 'revoked'),
        takeInSigning(scopeOf('karin'), mandate),
      ]);
      expect((await known('karin', mandate)).ended?.how).toBe('revoked');
    }
  });

  test('one is passed on while it is revoked: nothing is left of it', async () => {
    for (let time = 0; time < 3; time++) {
      const id = await standing('karin', 'erik');
      const parent = await known('erik', id);
      const [passed] = await Promise.allSettled([
        passOn(scopeOf('erik'), parts, parent, wanted, [called('siv')]),
        actOnMandate(scopeOf('karin'), id, 'revoked'),
      ]);
      if (passed?.status !== 'fulfilled') continue;
      expect((await known('siv', passed.value.mandate)).ended?.how).toBe('chain-broken');
      await signAt(passed.value.mandate, 1, world.erik).catch(() => undefined);
      await takeInSigning(scopeOf('erik'), passed.value.mandate);
      expect((await known('siv', passed.value.mandate)).registeredAt).toBeNull();
    }
  });
});

test('what nobody signed in time lapses once, whoever’s clock is behind', async () => {
  const { mandate } = await issueMandate(scopeOf('anna'), parts, wanted, [called('siv')], { signingDays: 7 });
  const later = Temporal.Now.instant().add({ hours: 24 * 8 });
  await takeInSigning(scopeOf('anna', later), mandate);
  await takeInSigning(scopeOf('anna', later), mandate);
  await takeInSigning(scopeOf('anna'), mandate); // a clock that is behind brings nothing back
  const { stream } = await ownMandate(scopeOf('anna'), mandate);
  expect(stream.map(({ event }) => event.kind)).toEqual(['drafted', 'lapsed']);
});
