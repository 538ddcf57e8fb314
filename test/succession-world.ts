import { beforeAll, beforeEach } from 'vitest';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { dateIn } from '../src/kernel/calendar/format.ts';
import { type AuthorityId, newId, type PartyId, type UnitId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import type { CaseKey } from '../src/modules/cases/filed-case.ts';
import { announceSuccession } from '../src/modules/directory/index.ts';
import { forgetSuccessions } from '../src/modules/directory/successors.ts';
import { giveRole } from '../src/modules/identity/index.ts';
import { type CaseWorld, caseWorld, kokar, sottunga } from './case-world.ts';

const mariehamn = 2480478 as AuthorityId;
const kansli = 9000003 as AuthorityId;

/** A unit of Sottunga, and one of somebody else. */
export const unit = newId<UnitId>();
export const otherUnit = newId<UnitId>();

/** Who has an office, and where: as their names say. */
export type Official =
  | 'ofSottunga'
  | 'bySottungasAgreement'
  | 'inSottungasUnit'
  | 'forOtherTasks'
  | 'inMariehamn'
  | 'ofKokar';

/** Sottunga takes over after Kökar, where Anna has a case, from a day that each test says. */
export type SuccessionWorld = CaseWorld & {
  readonly parties: Readonly<Record<Official, PartyId>>;
  /** Anna's case at Kökar. */
  readonly case: CaseKey;
  readonly today: Temporal.PlainDate;
  system(authority: AuthorityId): Scope;
  /** As the session look-up gives them. */
  grantsOf(who: Official, day: Temporal.PlainDate): Promise<readonly RoleGrant[]>;
  announce(inForceOn: Temporal.PlainDate): Promise<void>;
  /** As one that was announced in time. */
  inForceSince(day: Temporal.PlainDate): Promise<void>;
};

export function successionWorld(): SuccessionWorld {
  const world = caseWorld();
  const parties: Record<Official, PartyId> = {
    ofSottunga: newId(),
    bySottungasAgreement: newId(),
    inSottungasUnit: newId(),
    forOtherTasks: newId(),
    inMariehamn: newId(),
    ofKokar: newId(),
  };
  let filed: CaseKey | undefined;

  function system(authority: AuthorityId): Scope {
    const fence = { authorities: [authority], parties: [] };
    return world.db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });
  }

  beforeAll(async () => {
    for (const [name, party] of Object.entries(parties)) {
      await world.db.sql(
        `insert into identity.party (party_id, kind, name, created_at) values ($1, 'person', $2, now())`,
        [party, name],
      );
    }
    await world.db.sql(
      `insert into directory.authority (authority_id, kind, country, name, slug) values ($1, 'joint', 'AX', 'Kansli', 'kansli')`,
      [kansli],
    );
    const agreement = newId();
    await world.db.sql(
      `insert into directory.agreement values ($1, $2, 'Kansliet för Sottunga', '{dialogue}', '2020-01-01', null, 'test')`,
      [agreement, kansli],
    );
    await world.db.sql(`insert into directory.agreement_member values ($1, $2, '2020-01-01', null)`, [
      agreement,
      sottunga,
    ]);
    const officer = { role: 'case-officer', unit: null, tasks: ['dialogue'], rights: [] } as const;
    const given: readonly [Official, AuthorityId, object][] = [
      ['ofSottunga', sottunga, {}],
      ['bySottungasAgreement', kansli, {}],
      ['inSottungasUnit', sottunga, { unit }],
      ['forOtherTasks', sottunga, { tasks: ['child-care'] }],
      ['inMariehamn', mariehamn, {}],
      ['ofKokar', kokar, {}],
    ];
    for (const [who, authority, terms] of given) {
      await giveRole(system(authority), authority, parties[who], { ...officer, ...terms });
    }
    filed = await world.filed(world.anna, 'kokar');
  });
  beforeEach(async () => {
    await world.db.sql('delete from directory.succession');
    forgetSuccessions();
  });

  return {
    ...world,
    parties,
    get case() {
      if (!filed) throw new Error('the case is there when the tests run');
      return filed;
    },
    today: dateIn('SE', Temporal.Now.instant()),
    system,
    async grantsOf(who, day) {
      const [row] = await world.db.sql<{ grants: RoleGrant[] }>('select identity.grants_of($1, $2) as grants', [
        ...[parties[who], day.toString()],
      ]);
      return row?.grants ?? [];
    },
    async announce(inForceOn) {
      const reform = { predecessor: kokar, successor: sottunga, inForceOn, source: 'test' };
      await announceSuccession(system(sottunga), reform);
    },
    async inForceSince(day) {
      await world.db.sql(`insert into directory.succession values ($1, $2, $3, $4, now(), null, 'test')`, [
        ...[newId(), kokar, sottunga, day.toString()],
      ]);
      forgetSuccessions();
    },
  };
}
