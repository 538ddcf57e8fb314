import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { testPerson } from '../../../test/simulators.ts';
import type { RoleGrant, Task } from '../../kernel/authority.ts';
import { type AgreementId, type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../../kernel/secrets.ts';
import {
  type Agreement,
  authoritiesCovered,
  operatorAuthority,
  type Succession,
  withPredecessors,
} from '../directory/index.ts';
import { ensureParty } from './ensure-party.ts';
import { endRole, giveRole } from './give-role.ts';
import { acceptInvitation, invitationOf, invite, withdrawInvitation } from './invite.ts';
import type { RoleTerms } from './role.ts';
import { loadAssignments, loadInvitations } from './store/roles.ts';

const db = database();
const secrets = makeSecrets(exampleDataKey);
const joint = 9000900 as AuthorityId;
const members = [9000901, 9000902, 9000903] as AuthorityId[];
const officer: RoleTerms = { role: 'case-officer', unit: null, tasks: ['child-care'], rights: [] };
let maja: PartyId;
let karin: PartyId;

beforeAll(async () => {
  const visitor = db.scopes({
    actor: { kind: 'anonymous' },
    room: 'resident',
    fence: { authorities: [], parties: [] },
  });
  maja = await ensureParty(visitor, secrets, testPerson('maja'));
  karin = await ensureParty(visitor, secrets, testPerson('karin'));
  for (const id of [joint, ...members]) {
    await db.sql(
      "insert into directory.authority (authority_id, kind, country, name, slug) values ($1, 'joint', 'AX', $2, $2)",
      [id, `test-${id}`],
    );
  }
});

function administrator(
  party: PartyId,
  authorities: readonly AuthorityId[] = [joint],
  now = Temporal.Now.instant(),
): Scope {
  return db.scopes({
    actor: { kind: 'official', party, name: 'Maja Öhman', assurance: 'high', session: 's', grants: [] },
    room: 'official',
    fence: { authorities, parties: [] },
    now,
  });
}

function person(party: PartyId, now = Temporal.Now.instant()): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: '', assurance: 'high', session: 's' },
    room: 'resident',
    fence: { authorities: [], parties: [party] },
    now,
  });
}

async function grantsOf(party: PartyId, on: string): Promise<RoleGrant[]> {
  const [row] = await db.sql<{ grants: RoleGrant[] }>('select identity.grants_of($1, $2) as grants', [party, on]);
  return row?.grants ?? [];
}

async function clear(): Promise<void> {
  await db.sql('delete from identity.role_assignment');
  await db.sql('delete from directory.agreement_member');
  await db.sql('delete from directory.agreement');
  await db.sql('delete from directory.succession');
}

async function plant(agreement: Agreement): Promise<void> {
  const { id, provider, title, tasks, from, to, source } = agreement;
  await db.sql('insert into directory.agreement values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[id, provider, title, tasks, from.toString(), to?.toString() ?? null, source],
  ]);
  for (const member of agreement.members) {
    await db.sql('insert into directory.agreement_member values ($1, $2, $3, $4)', [
      ...[id, member.authority, member.from.toString(), member.to?.toString() ?? null],
    ]);
  }
}

const day = (n: number) => Temporal.PlainDate.from('2026-01-01').add({ days: n });
const days = fc
  .record({ from: fc.integer({ min: 0, max: 20 }), length: fc.option(fc.integer({ min: 0, max: 20 })) })
  .map(({ from, length }) => ({ from: day(from), to: length === null ? null : day(from + length) }));
const someTasks = fc.uniqueArray(fc.constantFrom<Task>('child-care', 'dialogue', 'association-grants'), {
  minLength: 1,
});
const anAgreement = fc.record({ tasks: someTasks, dates: days, members: fc.array(days, { maxLength: 3 }) }).map(
  ({ tasks, dates, members: memberDays }): Agreement => ({
    id: newId<AgreementId>(),
    provider: joint,
    title: 'Test',
    tasks,
    ...dates,
    source: 'test',
    members: memberDays.map((dated, index) => ({ authority: members[index] ?? joint, ...dated })),
  }),
);

test('a role reaches, day by day, exactly the authorities that the directory says the agreements cover', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anAgreement, { maxLength: 3 }),
      someTasks,
      fc.integer({ min: 0, max: 40 }),
      async (agreements, tasks, on) => {
        await clear();
        for (const agreement of agreements) await plant(agreement);
        const scope = administrator(maja, [joint], Temporal.Instant.from('2026-01-01T12:00:00Z'));
        await giveRole(scope, joint, karin, { ...officer, tasks });
        const grants = await grantsOf(karin, day(on).toString());
        for (const task of ['child-care', 'dialogue', 'association-grants'] as const) {
          const reached = grants.filter((grant) => grant.tasks.includes(task) && grant.agreement !== null);
          const covered = tasks.includes(task) ? authoritiesCovered(agreements, joint, task, day(on)) : [];
          expect(new Set(reached.map((grant) => grant.authority))).toEqual(
            new Set(covered.map((one) => one.authority)),
          );
        }
        expect(grants.filter((grant) => grant.agreement === null)).toMatchObject([
          { authority: joint, employer: joint, tasks },
        ]);
      },
    ),
    { numRuns: 25 },
  );
});

const anywhere = fc.constantFrom(joint, ...members);
const aSuccession = fc
  .record({
    predecessor: anywhere,
    successor: anywhere,
    day: fc.integer({ min: 0, max: 40 }),
    isWithdrawn: fc.boolean(),
  })
  .filter(({ predecessor, successor }) => predecessor !== successor);
const someSuccessions = fc.uniqueArray(aSuccession, {
  selector: ({ predecessor, successor }) => `${predecessor} ${successor}`,
  maxLength: 4,
});

test('a role reaches, day by day, exactly what the directory says that its authority and its members have succeeded', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anAgreement, { maxLength: 2 }),
      someSuccessions,
      fc.integer({ min: 0, max: 50 }),
      async (agreements, reforms, on) => {
        await clear();
        for (const agreement of agreements) await plant(agreement);
        const known = reforms.map(
          ({ predecessor, successor, day: from, isWithdrawn }): Succession => ({
            ...{ id: newId<string>(), predecessor, successor, inForceOn: day(from), source: 'test' },
            withdrawnAt: isWithdrawn ? Temporal.Instant.from('2025-12-01T12:00:00Z') : null,
          }),
        );
        for (const one of known) {
          await db.sql('insert into directory.succession values ($1, $2, $3, $4, now(), $5, $6)', [
            ...[one.id, one.predecessor, one.successor, one.inForceOn.toString()],
            ...[one.withdrawnAt?.toString() ?? null, one.source],
          ]);
        }
        const scope = administrator(maja, [joint], Temporal.Instant.from('2026-01-01T12:00:00Z'));
        await giveRole(scope, joint, karin, officer);
        const grants = await grantsOf(karin, day(on).toString());
        const own = withPredecessors(known, [joint], day(on));
        expect(grants.filter((one) => one.agreement === null).map((one) => one.authority)).toEqual(own);
        const covered = own.flatMap((provider) => authoritiesCovered(agreements, provider, 'child-care', day(on)));
        const reached = withPredecessors(
          known,
          covered.map((one) => one.authority),
          day(on),
        );
        const byAgreement = grants.filter((one) => one.agreement !== null);
        expect(new Set(byAgreement.map((one) => one.authority))).toEqual(new Set(reached));
        const once = new Set(byAgreement.map((one) => `${one.authority} ${one.agreement}`));
        expect(byAgreement).toHaveLength(once.size);
      },
    ),
    { numRuns: 40 },
  );
  await db.sql('delete from directory.succession');
});

test('a role reaches what its authority has succeeded, from the day that takes force', async () => {
  await clear();
  const [merged, old, older] = members as [AuthorityId, AuthorityId, AuthorityId];
  const given = Temporal.Instant.from('2026-01-01T12:00:00Z');
  await giveRole(administrator(maja, [merged], given), merged, karin, officer);
  for (const [from, to] of [
    [old, merged],
    [older, old],
  ]) {
    await db.sql(
      "insert into directory.succession values (gen_random_uuid(), $1, $2, '2027-01-01', now(), null, 'test')",
      [from, to],
    );
  }
  expect((await grantsOf(karin, '2026-12-31')).map((grant) => grant.authority)).toEqual([merged]);
  expect((await grantsOf(karin, '2027-01-01')).map((grant) => grant.authority)).toEqual([merged, old, older]);
  await db.sql('delete from directory.succession');
});

test('nobody gives themselves a role, not even past the rule', async () => {
  await clear();
  await expect(giveRole(administrator(maja), joint, maja, officer)).rejects.toThrow('identity.role.own');
  await expect(
    db.sql(
      "insert into identity.role_assignment values ($1, gen_random_uuid(), $2, 'administrator', null, '{administration}', '{}', null, '2026-01-01', null, $2, now(), null, null)",
      [joint, maja],
    ),
  ).rejects.toThrow('check');
});

test('an officer has a task at least', async () => {
  const aimless = { ...officer, tasks: [] };
  await expect(giveRole(administrator(maja), joint, karin, aimless)).rejects.toThrow('identity.role.no-task');
});

test('a role that is ended is gone from the next look, and the person can read who did it', async () => {
  await clear();
  const { id } = await giveRole(administrator(maja), joint, karin, officer);
  const today = Temporal.Now.plainDateISO('Europe/Stockholm').toString();
  expect(await grantsOf(karin, today)).toHaveLength(1);
  await endRole(administrator(maja), joint, id);
  expect(await grantsOf(karin, today)).toEqual([]);
  await expect(endRole(administrator(maja), joint, id)).rejects.toThrow('identity.role.not-found');
  const lines = await db.sql(
    'select purpose from kernel.audit_line where party_id = $1 order by line_id desc limit 2',
    [karin],
  );
  expect(lines).toEqual([{ purpose: 'identity.purpose.role-ended' }, { purpose: 'identity.purpose.role-given' }]);
});

test('a link gives its role to who follows it, once', async () => {
  await clear();
  const { path } = await invite(administrator(maja), secrets, joint, officer, 'Karin på kansliet');
  const token = path.split('/').at(-1) ?? '';
  expect(await invitationOf(person(karin), secrets, token)).toMatchObject({ authority: joint, role: 'case-officer' });
  const both = await Promise.allSettled([1, 2].map(() => acceptInvitation(person(karin), secrets, token)));
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(acceptInvitation(person(maja), secrets, token)).rejects.toThrow('identity.invitation.gone');
  expect(await administrator(maja).read((tx) => loadAssignments(tx, joint))).toMatchObject([
    { party: karin, givenBy: maja },
  ]);
});

test('one can not follow the link that one has made, and another still can', async () => {
  const { path } = await invite(administrator(maja), secrets, joint, officer, 'Någon');
  const token = path.split('/').at(-1) ?? '';
  await expect(acceptInvitation(person(maja), secrets, token)).rejects.toThrow('identity.role.own');
  await acceptInvitation(person(karin), secrets, token);
});

test('a link that is too old, taken back or made up is gone, and says nothing of which', async () => {
  const scope = administrator(maja);
  const old = (await invite(scope, secrets, joint, officer, 'Gammal')).path.split('/').at(-1) ?? '';
  const later = Temporal.Now.instant().add({ hours: 15 * 24 });
  await expect(acceptInvitation(person(karin, later), secrets, old)).rejects.toThrow('identity.invitation.gone');

  const back = (await invite(scope, secrets, joint, officer, 'Tillbaka')).path.split('/').at(-1) ?? '';
  const open = await scope.read((tx) => loadInvitations(tx, joint, scope.now));
  const mine = open.find((one) => one.note === 'Tillbaka');
  await withdrawInvitation(scope, joint, mine?.id ?? '');
  await expect(invitationOf(person(karin), secrets, back)).rejects.toThrow('identity.invitation.gone');
  await expect(invitationOf(person(karin), secrets, secrets.token().token)).rejects.toThrow('identity.invitation.gone');
});

test('the first operator comes by a link from the machine itself, and only the operator has operators', async () => {
  const machine = db.scopes({
    actor: { kind: 'system', name: 'allmanning' },
    room: 'worker',
    fence: { authorities: [operatorAuthority], parties: [] },
  });
  const operator: RoleTerms = { role: 'operator', unit: null, tasks: [], rights: [] };
  const { path } = await invite(machine, secrets, operatorAuthority, operator, 'Första driftansvarig');
  await acceptInvitation(person(maja), secrets, path.split('/').at(-1) ?? '');
  const today = Temporal.Now.plainDateISO('Europe/Stockholm').toString();
  expect(await grantsOf(maja, today)).toContainEqual(
    expect.objectContaining({ role: 'operator', authority: operatorAuthority, tasks: ['administration'] }),
  );
  await expect(invite(machine, secrets, joint, operator, 'x')).rejects.toThrow('identity.role.wrong-authority');
  await expect(invite(machine, secrets, operatorAuthority, officer, 'x')).rejects.toThrow(
    'identity.role.wrong-authority',
  );
});

test('the database keeps no link, and lets nobody invite to or list another authority', async () => {
  const { path } = await invite(administrator(maja), secrets, joint, officer, 'Någon');
  const rows = await db.sql('select i::text as row from identity.invitation i');
  expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1));
  const elsewhere = administrator(maja, [2480035 as AuthorityId]);
  await expect(elsewhere.read((tx) => loadInvitations(tx, joint, elsewhere.now))).rejects.toThrow('outside the scope');
  expect(await elsewhere.read((tx) => loadAssignments(tx, joint))).toEqual([]);
});
