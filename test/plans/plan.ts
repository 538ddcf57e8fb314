import type { PoolClient } from 'pg';

/** A node of `explain (format json)`; the fields that are looked at. */
type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
};

/** How one statement was run: as PostgreSQL planned it for the role that sent it, with the figures of that run. */
export type Plan = { readonly query: string; readonly scans: readonly Scan[] };

export type Scan = {
  readonly table: string;
  /** `Index Scan`, `Bitmap Heap Scan`, `Seq Scan`, … */
  readonly kind: string;
  /** Rows that were looked at, those thrown away included. */
  readonly rows: number;
};

/** Collects the plans that auto_explain tells a session of. */
export function listen(client: Pick<PoolClient, 'on'>, plans: Plan[]): void {
  client.on('notice', (notice) => {
    const text = notice.message ?? '';
    const json = text.indexOf('{');
    if (!text.includes('plan:') || json < 0) return;
    const told = JSON.parse(text.slice(json)) as { 'Query Text': string; Plan: Node };
    plans.push({ query: told['Query Text'], scans: scansOf(told.Plan) });
  });
}

function scansOf(node: Node): Scan[] {
  const below = (node.Plans ?? []).flatMap(scansOf);
  const { 'Relation Name': table, 'Node Type': kind, 'Actual Loops': loops = 1 } = node;
  // `insert`, `update` and `delete` name their table too, and scan nothing themselves.
  if (table === undefined || kind === 'ModifyTable') return below;
  const thrown = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return [{ table, kind, rows: Math.round(((node['Actual Rows'] ?? 0) + thrown) * loops) }, ...below];
}
