import * as audit from '../../src/kernel/audit.ts';
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
  '../kernel/audit.ts': auditStatements,
  '../kernel/use-line.ts': useStatements,
  '../kernel/outbox.ts': outboxStatements,
  '../kernel/operations/dead-letter.ts': deadLetterStatements,
};
