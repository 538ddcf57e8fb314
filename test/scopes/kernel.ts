import * as audit from '../../src/kernel/audit.ts';
import { newId } from '../../src/kernel/ids.ts';
import * as machines from '../../src/kernel/machine-clients/store.ts';
import * as deadLetters from '../../src/kernel/operations/dead-letter.ts';
import * as outbox from '../../src/kernel/outbox.ts';
import * as useLine from '../../src/kernel/use-line.ts';
import { fenced, past, type StatementsOf } from './statement.ts';
import { now, somebody } from './worlds.ts';

const auditStatements: StatementsOf<typeof audit> = {
  insertAuditLine: fenced({ resident: 'party', official: 'authority', worker: 'authority' }, (tx, w) =>
    audit.insertAuditLine(
      tx,
      { actor: { kind: 'system', name: 'x' }, now, requestId: 'r' },
      { about: w.party, action: 'case.read', purpose: 'test', basis: [], authority: w.authority },
    ),
  ),
  insertNamedInList: fenced({ resident: 'party', official: 'authority', worker: 'authority' }, (tx, w) =>
    audit.insertNamedInList(tx, { actor: { kind: 'system', name: 'x' }, now, requestId: 'r' }, [
      { about: w.party, purpose: 'test', basis: [], authority: w.authority },
    ]),
  ),
};

const useStatements: StatementsOf<typeof useLine> = {
  insertUseLine: fenced({ resident: 'party' }, (tx, w) =>
    useLine.insertUseLine(
      tx,
      {
        actor: { kind: 'person', party: somebody, name: 'x', assurance: 'high', session: 's' },
        now,
        requestId: 'r',
      },
      { about: w.party, action: 'case.read-own', resource: {}, basis: [] },
    ),
  ),
};

const client = '018f0000-0000-7000-8000-00000000c11e';
const plantClient = `insert into kernel.machine_client select authority_id, '${client}', 'x', sha256('x'), '{cases.read}',
  '2026-01-01', 'x', '2099-01-01', null from directory.authority where authority_id = $1 on conflict do nothing`;
const office = { official: 'authority' } as const;

const machineStatements: StatementsOf<typeof machines> = {
  findByKey: past(['official'], 'whose key it is, for who has it', (tx) =>
    machines.findByKey(tx, Buffer.alloc(32), now),
  ),
  listClients: fenced(office, (tx, w) => machines.listClients(tx, w.authority), plantClient),
  insertClient: fenced(office, (tx, w) =>
    machines.insertClient(tx, {
      ...{ id: newId<string>(), authority: w.authority, name: 'x', rights: ['cases.read'], keyHash: Buffer.alloc(32) },
      ...{ madeAt: now, madeBy: 'x', expiresAt: now.add({ hours: 1 }) },
    }),
  ),
  endClient: fenced(office, (tx, w) => machines.endClient(tx, w.authority, client, now), plantClient),
};

const outboxStatements: StatementsOf<typeof outbox> = {
  insertEvent: past(
    ['resident', 'official', 'worker'],
    'whoever does something may say so; only the worker reads',
    (tx) => outbox.insertEvent(tx, now, { kind: 'mailbox.delivered', authorities: [], parties: [somebody] } as never),
  ),
};

const deadLetterStatements: StatementsOf<typeof deadLetters> = {
  loadDeadLetters: past(['official'], 'the operator sees all that has failed, ids only', (tx) =>
    deadLetters.loadDeadLetters(tx, '0', 10),
  ),
  giveBackAttempts: past(['official'], 'the operator gives any of them another try', (tx) =>
    deadLetters.giveBackAttempts(tx, '1'),
  ),
};

/** Statements of the kernel that run inside somebody's scope. */
export const kernelStatements = {
  '../kernel/machine-clients/store.ts': machineStatements,
  '../kernel/audit.ts': auditStatements,
  '../kernel/use-line.ts': useStatements,
  '../kernel/outbox.ts': outboxStatements,
  '../kernel/operations/dead-letter.ts': deadLetterStatements,
};
