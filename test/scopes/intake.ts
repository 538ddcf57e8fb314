import { derivedId } from '../../src/kernel/ids.ts';
import * as files from '../../src/modules/intake/store/files.ts';
import * as mappings from '../../src/modules/intake/store/mappings.ts';
import * as rows from '../../src/modules/intake/store/rows.ts';
import { fenced, past, type StatementsOf } from './statement.ts';
import { digest, now, somebody, type World } from './worlds.ts';

const both = { official: 'authority', worker: 'authority' } as const;
const official = { official: 'authority' } as const;
const worker = { worker: 'authority' } as const;
const mapping = (w: World) => ({ authority: w.authority, mapping: w.mapping });
const file = (w: World) => ({ authority: w.authority, file: w.file });
const body = { layout: { kind: 'xml', row: 'r' }, encoding: 'auto', fields: {} } as const;
const facts = { name: 'x', body, sample: null, accountTo: null };
const every = ['directory.units'];
const by = { party: somebody, name: 'Maja', at: now };

const mappingStatements: StatementsOf<typeof mappings> = {
  loadMappings: fenced(both, (tx, w) => mappings.loadMappings(tx, w.authority, every)),
  loadMapping: fenced(both, (tx, w) => mappings.loadMapping(tx, mapping(w))),
  insertMapping: fenced(official, (tx, w) =>
    mappings.insertMapping(tx, { authority: w.authority, mapping: derivedId('new mapping') }, 'x', facts, by),
  ),
  updateMapping: fenced(official, (tx, w) => mappings.updateMapping(tx, mapping(w), 1, facts, by)),
  namedFiles: past(['worker'], 'which contents are named still; nothing of whose', (tx) =>
    mappings.namedFiles(tx, [digest]),
  ),
};

const came = (w: World) => ({
  ...{ ...file(w), mapping: w.mapping, revision: 2, target: 'x', body, name: 'x', digest, size: 1 },
  ...{ receivedAt: now, receivedBy: somebody, receivedByName: 'Maja', accountTo: null },
});

const fileStatements: StatementsOf<typeof files> = {
  insertFile: fenced(both, (tx, w) => files.insertFile(tx, { ...came(w), file: derivedId('new file') })),
  loadFile: fenced(both, (tx, w) => files.loadFile(tx, file(w))),
  loadFiles: fenced(both, (tx, w) => files.loadFiles(tx, w.authority, every, 10)),
  setFileState: fenced(both, (tx, w) => files.setFileState(tx, file(w), ['settled'], 'taking', now)),
};

const row = { number: 3, state: 'waiting', keyIndex: null, digest: null, sealed: 'x', reasons: [] } as const;
const apart = `update intake.row set state = 'quarantined', reasons = '[{"reason": "shifted"}]' where authority_id = $1 and row_number = 2`;
const waits = `update intake.row set state = 'waiting', reasons = '[]', key_index = 'k', digest = 'd' where authority_id = $1 and row_number = 2`;

const rowStatements: StatementsOf<typeof rows> = {
  insertRows: fenced(worker, (tx, w) => rows.insertRows(tx, file(w), [row])),
  lastRowRead: fenced(both, (tx, w) => rows.lastRowRead(tx, file(w))),
  quarantineContradictions: fenced(
    both,
    (tx, w) => rows.quarantineContradictions(tx, file(w)),
    `with waiting as (${waits}) insert into intake.row
       select authority_id, file_id, 4, 'taken', 'k', 'other' from intake.file where authority_id = $1
       on conflict do nothing`,
  ),
  holdWaiting: fenced(both, (tx, w) => rows.holdWaiting(tx, file(w), 10), waits),
  loadRows: fenced(both, (tx, w) => rows.loadRows(tx, file(w), 'quarantined', 0, 10), apart),
  loadOutcomes: fenced(both, (tx, w) => rows.loadOutcomes(tx, file(w), 0, 10)),
  setOutcomes: fenced(
    both,
    (tx, w) => rows.setOutcomes(tx, file(w), [{ number: 2, state: 'taken', reasons: [] }]),
    waits,
  ),
  mendRow: fenced(
    official,
    (tx, w) => rows.mendRow(tx, file(w), { number: 2, keyIndex: null, digest: null, sealed: 'x' }, by),
    apart,
  ),
  countRows: fenced(both, (tx, w) => rows.countRows(tx, file(w))),
};

export const intakeStatements = {
  'intake/store/files.ts': fileStatements,
  'intake/store/mappings.ts': mappingStatements,
  'intake/store/rows.ts': rowStatements,
};
