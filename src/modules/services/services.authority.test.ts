import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { Fence } from '../../kernel/database/fence.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { authorityById, joinAuthority } from '../directory/index.ts';
import { mayActBy } from '../mandates/index.ts';
import { adoptCatalogue } from './adopt-catalogue.ts';
import { adoptedService } from './catalogue.ts';
import { openDraft, ownDrafts, removeDraft, startDraft } from './open-draft.ts';
import { insertAdoptions, loadAdoptions, updateAdoption } from './store/adoptions.ts';
import { deleteDraft, insertDraft, loadDraft, loadOpenDrafts, setFiled, updateDraft } from './store/drafts.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;
const anna = newId<PartyId>();
const erik = newId<PartyId>();

const person = (party: PartyId) =>
  db.scopes({
    actor: { kind: 'person', party, name: 'x', assurance: 'substantial', session: 's' },
    principal: party,
    room: 'resident',
    fence: { authorities: [], parties: [party] },
  });
const job = (fence: Fence) => db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });
const worker = (...authorities: AuthorityId[]) => job({ authorities, parties: [] });
const office = (...authorities: AuthorityId[]) =>
  db.scopes({ actor: { kind: 'anonymous' }, room: 'official', fence: { authorities, parties: [] } });

beforeAll(async () => {
  for (const [code, id] of [
    ['766', sottunga],
    ['318', kokar],
  ] as const) {
    await joinAuthority(worker(), code);
    await adoptCatalogue(worker(id), id);
  }
});

async function annasDraft() {
  const adopted = await adoptedService(person(anna), sottunga, 'forslag');
  return startDraft(person(anna), adopted);
}

describe('a draft', () => {
  test('of another, of another service, of another authority and none at all are the same "not found"', async () => {
    const draft = await annasDraft();
    const [here, there] = await Promise.all([sottunga, kokar].map((id) => authorityById(person(anna), id)));
    if (!here || !there) throw new Error('no authorities');
    const attempts = [
      () => openDraft(person(erik), here, 'forslag', draft),
      () => openDraft(person(anna), there, 'forslag', draft),
      () => openDraft(person(anna), here, 'barnomsorgsplats', draft),
      () => openDraft(person(anna), here, 'forslag', newId()),
      () => openDraft(person(anna), here, 'forslag', 'nonsense'),
      () => removeDraft(person(erik), here, 'forslag', draft),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toSatisfy(
        (error) => isRefusal(error, 'not-found') && error.key === 'services.draft.unknown',
      );
    }
    expect((await openDraft(person(anna), here, 'forslag', draft)).draft.id).toBe(draft);
    expect(await ownDrafts(person(erik))).toEqual([]);
  });

  test('is behind the fence of its person, whatever the statement says', async () => {
    const draft = await annasDraft();
    const before = await person(anna).read((tx) => loadDraft(tx, anna, draft));
    if (!before) throw new Error('no draft');
    const stranger = person(erik);
    expect(await stranger.read((tx) => loadDraft(tx, anna, draft))).toBeUndefined();
    expect(await stranger.read((tx) => loadOpenDrafts(tx, anna, 10))).toEqual([]);
    expect(await stranger.write((tx) => updateDraft(tx, before, stranger.now))).toBe(false);
    await expect(stranger.write((tx) => setFiled(tx, anna, draft, before.seq, stranger.now))).rejects.toThrow(
      'conflict',
    );
    await stranger.write((tx) => deleteDraft(tx, anna, draft));
    await expect(stranger.write((tx) => insertDraft(tx, { ...before, id: newId() }))).rejects.toThrow(
      'row-level security',
    );
    expect(await person(anna).read((tx) => loadDraft(tx, anna, draft))).toEqual(before);
  });

  test('is for no official to read, and for a job only behind the person of its event', async () => {
    const draft = await annasDraft();
    await expect(office(sottunga).read((tx) => loadDraft(tx, anna, draft))).rejects.toThrow('permission denied');
    for (const parties of [[], [erik]]) {
      expect(await job({ authorities: [sottunga], parties }).read((tx) => loadDraft(tx, anna, draft))).toBeUndefined();
    }
    expect((await job({ authorities: [sottunga], parties: [anna] }).read((tx) => loadDraft(tx, anna, draft)))?.id).toBe(
      draft,
    );
  });
});

describe('an adoption', () => {
  test('is changed only by its own authority', async () => {
    const [own] = await office(kokar).read((tx) => loadAdoptions(tx, sottunga)); // public to read
    if (!own) throw new Error('no adoption');
    expect(await office(kokar).write((tx) => updateAdoption(tx, { ...own, isOpen: false }))).toBe(false);
    await expect(person(anna).write((tx) => updateAdoption(tx, { ...own, isOpen: false }))).rejects.toThrow(
      'permission denied',
    );
    const copied = { ...own, authority: 7520180 as AuthorityId };
    await expect(
      worker(kokar).write((tx) => insertAdoptions(tx, [copied], own && Temporal.Now.instant())),
    ).rejects.toThrow('row-level security');
    expect(await office(sottunga).write((tx) => updateAdoption(tx, { ...own, isOpen: true }))).toBe(true);
  });
});
