import { beforeAll } from 'vitest';
import type { Actor, RoleGrant, Task } from '../src/kernel/authority.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import { type AuthorityId, type CaseId, type DraftId, newId, type PartyId, type UnitId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import type { CaseKey } from '../src/modules/cases/filed-case.ts';
import { fileCase } from '../src/modules/cases/index.ts';
import { shipAuthorities } from '../src/modules/directory/index.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { adoptCatalogue, shipServices } from '../src/modules/services/index.ts';
import { database, type TestDatabase } from './database.ts';
import { noRegisters } from './no-registers.ts';

export const sottunga = 2480766 as AuthorityId;
export const kokar = 2480318 as AuthorityId;

export type Person = { readonly party: PartyId; readonly name: string };

/** Two municipalities that have joined, and people with drafts, cases and offices in them. */
export type CaseWorld = {
  readonly db: TestDatabase;
  readonly anna: Person;
  readonly erik: Person;
  /** Has a protected identity. */
  readonly siv: Person;
  readonly karin: Person;
  resident(person: Person, now?: Temporal.Instant): Scope;
  official(person: Person, ...grants: Partial<RoleGrant>[]): Scope;
  worker(parties: readonly PartyId[], now?: Temporal.Instant): Scope;
  /** A complete suggestion, ready to be sent. */
  draft(person: Person, authority?: AuthorityId, answers?: object): Promise<DraftId>;
  /** A filed one. */
  filed(person: Person, slug?: string): Promise<CaseKey>;
  inUnit(key: CaseKey, unit: UnitId | null): Promise<void>;
};

const service = 'se.sundsvall/forslag';
const suggestion = { area: 'streets', heading: 'En bänk vid bryggan', text: 'Det finns ingen.', wantsAnswer: false };

const slugs: Record<string, AuthorityId> = { sottunga, kokar };

export function caseWorld(): CaseWorld {
  const db = database(mayActBy('high'));
  const person = (name: string): Person => ({ party: newId<PartyId>(), name });
  const world: CaseWorld = {
    db,
    anna: person('Anna Öhman'),
    erik: person('Erik Berg'),
    siv: person('Siv Hemlig'),
    karin: person('Karin Holm'),
    resident: ({ party, name }, now) =>
      db.scopes({
        actor: { kind: 'person', party, name, assurance: 'high', session: 's' },
        principal: party,
        room: 'resident',
        fence: { authorities: [], parties: [party] },
        ...(now ? { now } : {}),
      }),
    official({ party, name }, ...some) {
      const grants = (some.length > 0 ? some : [{}]).map((grant) => ({ ...wholeOfSottunga, ...grant }));
      const actor: Actor = { kind: 'official', party, name, assurance: 'high', session: 's', grants };
      const authorities = [...new Set(grants.map(({ authority }) => authority))];
      return db.scopes({ actor, room: 'official', fence: { authorities, parties: [] } });
    },
    worker: (parties, now) =>
      db.scopes({
        actor: { kind: 'system', name: 'test' },
        room: 'worker',
        fence: { authorities: [sottunga, kokar], parties },
        ...(now ? { now } : {}),
      }),
    async draft({ party }, authority = sottunga, answers = suggestion) {
      const id = newId<DraftId>();
      await db.sql(
        `insert into services.draft (party_id, draft_id, authority_id, service_id, version, seq, answers, started_at, changed_at)
         values ($1, $2, $3, $4, 1, 3, $5, now(), now())`,
        [party, id, authority, service, JSON.stringify(answers)],
      );
      return id;
    },
    async filed(who, slug = 'sottunga') {
      const authority = slugs[slug] as AuthorityId;
      const draft = await world.draft(who, authority);
      const found = await fileCase(
        world.resident(who),
        { authority: slug, service: 'forslag', draft, seq: 3 },
        noRegisters,
      );
      if (found.state !== 'filed') throw new Error('the draft was not ready');
      return { authority, case: found.case as CaseId };
    },
    async inUnit(key, unit) {
      await db.sql(`update cases."case" set unit_id = $2, unit_authority = $3 where case_id = $1`, [
        key.case,
        unit,
        unit && sottunga,
      ]);
    },
  };

  beforeAll(async () => {
    const owner = await connectAsOwner(db.url);
    try {
      await shipAuthorities(owner);
      await shipServices(owner);
      await owner.query('update directory.authority set joined_at = now() where authority_id = any ($1)', [
        [sottunga, kokar],
      ]);
      for (const { party, name } of [world.anna, world.erik, world.siv, world.karin]) {
        await owner.query(
          `insert into identity.party (party_id, kind, name, is_protected, created_at) values ($1, 'person', $2, $3, now())`,
          [party, name, name.startsWith('Siv')],
        );
      }
    } finally {
      await owner.end();
    }
    for (const authority of [sottunga, kokar]) await adoptCatalogue(world.worker([]), authority);
  });
  return world;
}

const wholeOfSottunga: RoleGrant = {
  id: '018f0000-0000-7000-8000-000000000001',
  role: 'case-officer',
  employer: sottunga,
  authority: sottunga,
  unit: null,
  tasks: ['dialogue' satisfies Task],
  rights: [],
  agreement: null,
};
