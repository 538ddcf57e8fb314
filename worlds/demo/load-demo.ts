import { join } from 'node:path';
import type { Client } from 'pg';
import { testPersons } from '../../simulators/test-persons.ts';
import type { Foundations } from '../../src/foundations.ts';
import type { Right, Role, Task } from '../../src/kernel/authority.ts';
import type { AuthorityId, PartyId, UnitId } from '../../src/kernel/ids.ts';
import { projectRoot } from '../../src/kernel/project-root.ts';
import type { Scope } from '../../src/kernel/scope.ts';
import {
  joinAuthorities,
  readAuthorityFacts,
  shipAuthorityFacts,
  unitIdOf,
  untilReady,
} from '../../src/modules/directory/index.ts';
import { ensureParty, giveRole, keepVerifiedAddress, protectParty } from '../../src/modules/identity/index.ts';
import type { Wiring } from '../../src/wiring.ts';
import { settleMunicipalities } from './municipalities.ts';
import officials from './officials.json' with { type: 'json' };
import { loadPay } from './payroll.ts';

/** What the demo world is made in: the house as it runs. */
export type DemoHouse = { readonly foundations: Foundations; readonly wiring: Wiring; readonly owner: Client };

/** Only what never ends meets it: a machine may be busy with other things when it first starts. */
const READY_WITHIN_S = 600;

/**
 * The demo world: made-up persons on test numbers, a joint office of the archipelago's small municipalities, an operator,
 * a payroll office for several of them, an administrator, and somebody with a protected identity. Everything is done by the use cases that people use, so what
 * the demo shows is what the house does. Loaded again, it finds what it made.
 */
export async function loadDemo({ foundations, wiring, owner }: DemoHouse): Promise<void> {
  await shipAuthorityFacts(owner, readAuthorityFacts(join(projectRoot, 'worlds/demo/authorities.json')));
  const { secrets } = foundations;

  function scopeFor(authorities: readonly AuthorityId[], parties: readonly PartyId[]): Scope {
    return wiring.makeScope({
      actor: { kind: 'system', name: 'demo' },
      room: 'worker',
      fence: { authorities, parties },
    });
  }

  const joined = await joinAuthorities(scopeFor([], []), officials.joined);
  wiring.settle();
  const waiting = await untilReady(
    scopeFor([], []),
    joined.map(({ authority }) => authority),
    READY_WITHIN_S,
  );
  if (waiting > 0) throw new Error(`${waiting} municipalities of the demo world did not get their services`);

  await settleMunicipalities((authority) => scopeFor([authority], []));

  const parties = new Map<string, PartyId>();
  for (const person of testPersons) {
    parties.set(person.sub, await ensureParty(scopeFor([], []), secrets, person));
  }
  function partyOf(sub: string): PartyId {
    const party = parties.get(sub);
    if (!party) throw new Error(`the demo world knows nobody called ${sub}`);
    return party;
  }

  for (const [sub, address] of Object.entries(officials.addresses)) {
    const party = partyOf(sub);
    await keepVerifiedAddress(scopeFor([], [party]), secrets, party, address);
  }
  for (const sub of officials.protected) {
    const party = partyOf(sub);
    await protectParty(scopeFor([], [party]), party, true);
  }

  const { rows } = await owner.query<{ slug: string; id: number }>(
    'select slug, authority_id as id from directory.authority where slug = any ($1)',
    [officials.roles.map(({ employer }) => employer)],
  );
  const employers = new Map(rows.map(({ slug, id }) => [slug, id as AuthorityId]));
  const { rows: given } = await owner.query<{ party: string }>(
    'select party_id as party from identity.role_assignment',
  );
  const have = new Set(given.map(({ party }) => party));
  for (const role of officials.roles) {
    const employer = employers.get(role.employer);
    if (employer === undefined) throw new Error(`the demo world knows no authority called ${role.employer}`);
    const party = partyOf(role.person);
    if (have.has(party)) continue; // a load that was interrupted
    await giveRole(scopeFor([employer], [party]), employer, party, {
      role: role.role as Role,
      unit: role.unit === null ? null : (unitIdOf(employer, role.unit) as UnitId),
      tasks: role.tasks as Task[],
      rights: role.rights as Right[],
    });
  }

  await loadPay({ wiring, owner, partyOf, scopeFor: (authority) => scopeFor([authority], []) });
}
