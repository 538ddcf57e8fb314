import { derivedId } from '../../src/kernel/ids.ts';
import * as registers from '../../src/modules/base-registers/store.ts';
import { past, type StatementsOf } from './statement.ts';
import { now } from './worlds.ts';

const everybody = ['resident', 'official', 'worker'] as const;
const key = { question: 'person', indexes: [Buffer.alloc(32, 'index')] } as const;

const statements: StatementsOf<typeof registers> = {
  loadCopy: past(everybody, 'sealed, for who has the number and the key', (tx) => registers.loadCopy(tx, key)),
  keepCopy: past(everybody, 'what a register has just answered, known by no party', (tx) =>
    registers.keepCopy(tx, key, { sealed: 'x', asOf: now, at: now }, true),
  ),
  touchCopy: past(everybody, 'that a copy is needed still', (tx) => registers.touchCopy(tx, key, now)),
  noteAsked: past(everybody, 'how a register answered; not about whom', (tx) =>
    registers.noteAsked(tx, {
      ...{ id: derivedId('asked'), question: 'person', at: now, outcome: 'answered', fault: null },
      ...{ milliseconds: 12, purpose: 'x' },
    }),
  ),
  loadDueCopies: past(['worker'], 'sealed copies that are to be asked for anew', (tx) =>
    registers.loadDueCopies(tx, 'person', now, now.subtract({ hours: 1 }), 10),
  ),
  eraseOld: past(['worker'], 'what nobody needs; tells only how many', (tx) => registers.eraseOld(tx, now, now, 10)),
  loadStates: past(['official'], 'counts and times, for the operator', (tx) => registers.loadStates(tx, now)),
};

export const registerStatements = { 'base-registers/store.ts': statements };
