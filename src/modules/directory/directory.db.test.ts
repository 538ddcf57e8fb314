import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { connectAsOwner } from '../../kernel/database/owner.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authoritiesCovered } from './agreement.ts';
import {
  agreementsOf,
  allMunicipalities,
  authoritiesByIds,
  authorityById,
  authorityBySlug,
  forget,
  unitsOf,
} from './find-authority.ts';
import { joinAuthorities, joinAuthority, markReady, untilReady } from './join-authority.ts';
import { announceSuccession, successions, withdrawSuccession } from './reform.ts';
import { dismissBarrierReport, readSettings, reportBarrier, saveSettings } from './settings.ts';
import { readAuthorityFacts, shipAuthorities, shipAuthorityFacts } from './ship-authorities.ts';
import { loadAuthorityOfHost, setJoined } from './store/authorities.ts';
import { loadBarrierReports } from './store/barrier-reports.ts';
import { loadThemeBySlug } from './store/themes.ts';

const db = database();
const day = Temporal.PlainDate.from;
const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;
const mariehamn = 2480478 as AuthorityId;
const kst = 9000002 as AuthorityId;
const kansli = 9000003 as AuthorityId;

function command(): Scope {
  return db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [], parties: [] },
  });
}

function office(authorities: readonly AuthorityId[] = []): Scope {
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'official', fence: { authorities, parties: [] } });
}

function visitor(): Scope {
  return db.scopes({ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } });
}

beforeAll(async () => {
  const owner = await connectAsOwner(db.url);
  await shipAuthorities(owner); // a second time: the template has had it
  await shipAuthorityFacts(
    owner,
    readAuthorityFacts(join(import.meta.dirname, '../../../worlds/demo/authorities.json')),
  );
  await owner.end();
});

describe('what ships', () => {
  test('is 290 municipalities in Sweden and 16 on Åland, once, however often it is loaded', async () => {
    const all = await allMunicipalities(visitor());
    expect(all.filter((one) => one.country === 'SE')).toHaveLength(290);
    expect(all.filter((one) => one.country === 'AX')).toHaveLength(16);
    expect(new Set(all.map((one) => one.slug)).size).toBe(306);
    expect(all.reduce((sum, one) => sum + (one.population ?? 0), 0)).toBe(10_551_707 + 29_884);
    expect(all.at(-1)?.name).toBe('Övertorneå'); // å, ä and ö come last
  });

  test('is the joint social service for all sixteen, and the demo world’s office for six', async () => {
    const social = await agreementsOf(visitor(), kst);
    expect(authoritiesCovered(social, kst, 'social-services', day('2026-11-22'))).toHaveLength(16);
    expect(authoritiesCovered(social, kst, 'social-services', day('2020-12-31'))).toHaveLength(0);
    const [its, units] = await Promise.all([agreementsOf(visitor(), sottunga), unitsOf(visitor(), kansli)]);
    expect(its.map((agreement) => agreement.provider).sort()).toEqual([9000002, 9000003, 9000004]);
    const office = its.find((agreement) => agreement.provider === kansli);
    expect(office?.members.map((member) => member.authority)).toContain(kokar);
    expect(units.map((unit) => unit.name)).toEqual(['Barnomsorg', 'Fritid och medborgardialog']);
  });
});

describe('a municipality that joins', () => {
  test('has no pages before, has them at once after, and is told of once', async () => {
    await expect(authorityBySlug(visitor(), 'sottunga')).rejects.toSatisfy((error) => isRefusal(error, 'not-found'));
    const scope = command();
    expect(await joinAuthority(scope, '766')).toEqual({ authority: sottunga, name: 'Sottunga', already: false });
    expect(await joinAuthority(scope, '766')).toEqual({ authority: sottunga, name: 'Sottunga', already: true });
    expect((await authorityBySlug(visitor(), 'sottunga')).joinedAt?.epochMilliseconds).toBe(
      scope.now.epochMilliseconds,
    );
    const events = await db.sql<{ body: unknown }>(`select body from kernel.outbox where kind = 'authority.joined'`);
    expect(events).toEqual([{ body: { authority: sottunga, authorities: [sottunga], parties: [] } }]);
  });

  test.each(['999', '9999', '76', 'x'])('is not the code %s, which nobody has', async (code) => {
    await expect(joinAuthority(command(), code)).rejects.toSatisfy((error) => isRefusal(error, 'not-found'));
  });

  test('is ready when its catalogue is adopted, and waited for until then', async () => {
    expect(await untilReady(command(), [sottunga], 0)).toBe(1);
    const handler = db.scopes({
      actor: { kind: 'system', name: 'adopt' },
      room: 'worker',
      fence: { authorities: [sottunga], parties: [] },
    });
    await markReady(handler, sottunga);
    expect(await untilReady(command(), [sottunga], 1)).toBe(0);
  });

  test('of two who join it at once, one does it', async () => {
    const both = await Promise.all([joinAuthority(command(), '318'), joinAuthority(command(), '318')]);
    expect(both.map((one) => one.already).sort()).toEqual([false, true]);
  });

  test('may be all 306 in one run, in seconds', async () => {
    const codes = (await allMunicipalities(visitor())).flatMap((one) => one.code ?? []);
    const start = performance.now();
    const joined = await joinAuthorities(command(), codes);
    expect(joined).toHaveLength(306);
    expect(performance.now() - start).toBeLessThan(20_000);
    const { count } = (await db.sql<{ count: string }>('select count(*)::text as count from kernel.outbox'))[0] ?? {};
    expect(count).toBe('306');
  });
});

describe('an authority’s settings', () => {
  const plain = { contact: { email: 'kommun@example.org' }, accent: null, hostName: null };

  async function save(to: Partial<Parameters<typeof saveSettings>[3]>, authority = sottunga) {
    const { authority: now } = await readSettings(office(), authority);
    await saveSettings(office(), authority, now.revision, { ...plain, ...to });
    return (await readSettings(office(), authority)).authority;
  }

  test('are its contact, its colour with a style sheet, and its host name', async () => {
    const saved = await save({ accent: '#005EA5', hostName: 'Tjanster.Sottunga.ax' });
    expect(saved).toMatchObject({ accent: '#005ea5', hostName: 'tjanster.sottunga.ax', contact: plain.contact });
    expect(await visitor().read((tx) => loadThemeBySlug(tx, 'sottunga'))).toContain('#005ea5');
    expect(await visitor().read((tx) => loadAuthorityOfHost(tx, 'tjanster.SOTTUNGA.ax'))).toBe(sottunga);
    expect((await authorityById(visitor(), sottunga)).accent).toBe('#005ea5');
    expect(await save({})).toMatchObject({ accent: null, hostName: null });
    expect(await visitor().read((tx) => loadThemeBySlug(tx, 'sottunga'))).toBeUndefined();
    expect(await visitor().read((tx) => loadAuthorityOfHost(tx, 'tjanster.sottunga.ax'))).toBeUndefined();
  });

  test('are not changed over somebody else’s change', async () => {
    const { authority } = await readSettings(office(), sottunga);
    await saveSettings(office(), sottunga, authority.revision, plain);
    await expect(saveSettings(office(), sottunga, authority.revision, plain)).rejects.toThrow('changed-meanwhile');
  });

  test('take no host name that another has, and no half of the rest with it', async () => {
    await save({ hostName: 'tjanster.example.org' }, mariehamn);
    await expect(save({ hostName: 'tjanster.example.org', accent: '#000000' })).rejects.toThrow('taken');
    expect((await readSettings(office(), sottunga)).authority.accent).toBeNull();
  });

  test.each(['https://x.ax', 'x', 'a b.ax', '-a.ax', '10.0.0.1', `${'a'.repeat(64)}.ax`])(
    'take no host name that is none: %s',
    async (hostName) => {
      await expect(save({ hostName })).rejects.toThrow('not-a-name');
    },
  );

  test('what somebody could not use is told by anybody, read and taken away by the administrator', async () => {
    await reportBarrier(visitor(), sottunga, '/sottunga', ' Knappen syns inte. ');
    const { reports } = await readSettings(office(), sottunga);
    expect(reports.map((report) => report.body)).toEqual(['Knappen syns inte.']);
    await office().read(async (tx) => expect(await loadBarrierReports(tx, sottunga)).toEqual([]));
    await dismissBarrierReport(office(), sottunga, reports[0]?.id ?? '');
    expect((await readSettings(office(), sottunga)).reports).toEqual([]);
  });
});

describe('a succession', () => {
  const reform = { predecessor: kokar, successor: mariehamn, inForceOn: day('2099-01-01'), source: 'made up' };

  test('is announced, known to all, and taken back until its day', async () => {
    const { id } = await announceSuccession(command(), reform);
    expect((await successions(visitor())).map((one) => one.id)).toEqual([id]);
    await withdrawSuccession(command(), id);
    await expect(withdrawSuccession(command(), id)).rejects.toThrow('withdrawn');
    expect((await successions(visitor()))[0]?.withdrawnAt).not.toBeNull();
  });

  test('of two who take it back at once, one does it and the other is told', async () => {
    const { id } = await announceSuccession(command(), reform);
    const both = await Promise.allSettled([withdrawSuccession(command(), id), withdrawSuccession(command(), id)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the fence', () => {
  test('lets an authority’s own scope change it, and no other’s', async () => {
    const other = office([mariehamn]);
    expect(await other.write((tx) => setJoined(tx, sottunga, other.now))).toBe(false);
    await expect(visitor().write((tx) => setJoined(tx, sottunga, other.now))).rejects.toThrow('permission denied');
    const host = (room: 'official' | 'resident') => {
      const scope = db.scopes({ actor: { kind: 'anonymous' }, room, fence: { authorities: [mariehamn], parties: [] } });
      return scope.write((tx) =>
        tx.updateTable('directory.authority').set({ name: 'X' }).where('authority_id', '=', mariehamn).execute(),
      );
    };
    await expect(host('official')).rejects.toThrow('permission denied');
    await expect(host('resident')).rejects.toThrow('permission denied');
  });

  test('what was kept for a moment is forgotten by the process that changes it', async () => {
    forget(sottunga);
    const before = await authoritiesByIds(visitor(), [sottunga, sottunga, kokar, 1 as AuthorityId]);
    expect([...before.keys()].sort()).toEqual([kokar, sottunga].sort());
    const { authority } = await readSettings(office(), sottunga);
    await saveSettings(office(), sottunga, authority.revision, {
      contact: { phone: '+358 18 1' },
      accent: null,
      hostName: null,
    });
    expect((await authorityById(visitor(), sottunga)).contact.phone).toBe('+358 18 1');
  });
});
