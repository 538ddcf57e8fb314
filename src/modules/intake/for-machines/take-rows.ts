import type { Basis } from '../../../kernel/authority.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import { type Cells, type CheckedRow, checkRow, type Reason } from '../check-row.ts';
import type { MappingBody } from '../mapping.ts';
import { isAboutRow } from '../run-file.ts';
import type { IntakeTarget, TargetRow } from '../target.ts';

export type TakenRow = { readonly outcome: 'taken' | 'unchanged' | 'refused'; readonly reasons: readonly Reason[] };

/** As machines write: fields by their own names, days as ISO 8601, a point before decimals. */
function plainMapping({ fields }: IntakeTarget): MappingBody {
  return {
    layout: { kind: 'xml', row: 'row' },
    encoding: 'utf-8',
    fields: Object.fromEntries(
      fields.map(({ name }) => [name, { source: name, dateFormat: 'y-m-d' as const, decimalSign: '.' as const }]),
    ),
  };
}

/**
 * Takes rows that another system has sent, each by itself: what is wrong with one keeps back no other, and the same rows
 * once more change nothing. Rows that contradict each other about the same are all refused. Those whose rows were taken
 * find it in their log.
 */
export async function takeRows(
  { client, scope }: Admitted,
  target: IntakeTarget,
  rows: readonly Cells[],
): Promise<readonly TakenRow[]> {
  const body = plainMapping(target);
  const checked = rows.map((cells) => checkRow(cells, target, body));
  const contradicting = contradictions(checked);
  const answers: TakenRow[] = [];
  const taken: TargetRow[] = [];
  for (const one of checked) {
    const answer: TakenRow = !one.row
      ? { outcome: 'refused', reasons: one.reasons }
      : contradicting.has(one.key)
        ? { outcome: 'refused', reasons: [{ reason: 'contradicts' }] }
        : await takeRow({ client, scope }, target, one.row);
    if (answer.outcome === 'taken' && one.row) taken.push(one.row);
    answers.push(answer);
  }
  await tell({ client, scope }, target, taken);
  return answers;
}

/** What is said twice and differently. */
function contradictions(checked: readonly CheckedRow[]): ReadonlySet<string> {
  const said = new Map<string, string>();
  const differing = new Set<string>();
  for (const { row, key } of checked) {
    if (!row) continue;
    const text = canonicalJson(row);
    if ((said.get(key) ?? text) !== text) differing.add(key);
    said.set(key, text);
  }
  return differing;
}

async function takeRow({ client, scope }: Admitted, target: IntakeTarget, row: TargetRow): Promise<TakenRow> {
  const brought = { by: [], source: `api ${client.name}` };
  try {
    const taking = await scope.write((tx) => target.take(tx, scope, client.authority, row, brought));
    if (typeof taking === 'string') return { outcome: taking, reasons: [] };
    return { outcome: 'refused', reasons: [{ reason: 'refused', said: taking.refused }] };
  } catch (error) {
    if (!isAboutRow(error)) throw error;
    return { outcome: 'refused', reasons: [{ reason: 'not-kept' }] };
  }
}

async function tell({ client, scope }: Admitted, { about }: IntakeTarget, rows: readonly TargetRow[]): Promise<void> {
  if (!about || rows.length === 0) return;
  const { received: purpose } = about;
  const { authority } = client;
  const basis: Basis[] = [{ kind: 'system', id: client.id, source: 'machine-client', checkedAt: scope.now.toString() }];
  await scope.write(async (tx) => {
    const parties = new Set<PartyId>(await about.parties(tx, authority, rows));
    await scope.auditList(
      tx,
      [...parties].map((party) => ({ about: party, authority, purpose, basis })),
    );
  });
}
