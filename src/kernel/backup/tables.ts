import type pg from 'pg';
import type { SequenceValue } from './entries.ts';

export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

/** What `migrate` makes anew in each place: which files it has had, and the login roles of that very server. */
const madeByMigrate = ['kernel.migration', 'kernel.login_role', 'graphile_worker.migrations'];

const ours = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** Every table whose rows are carried, such that a table comes after the tables that its foreign keys name. */
export async function carriedTables(owner: pg.Client): Promise<Table[]> {
  const { rows } = await owner.query<Table & { after: string[] }>(
    `select n.nspname as schema, c.relname as name,
       array(select a.attname::text from pg_catalog.pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum) as columns,
       array(select fn.nspname || '.' || fc.relname from pg_catalog.pg_constraint k
         join pg_catalog.pg_class fc on fc.oid = k.confrelid
         join pg_catalog.pg_namespace fn on fn.oid = fc.relnamespace
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as after
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and ${ours} and n.nspname || '.' || c.relname <> all ($1)
     order by 1, 2`,
    [madeByMigrate],
  );
  const placed = new Map<string, Table>();
  for (let left = rows; left.length > 0; ) {
    const ready = left.filter((table) => table.after.every((name) => placed.has(name) || !isIn(left, name)));
    if (ready.length === 0) throw new Error('foreign keys go in a circle: no order to restore the tables in');
    for (const { schema, name, columns } of ready) placed.set(`${schema}.${name}`, { schema, name, columns });
    left = left.filter((table) => !ready.includes(table));
  }
  return [...placed.values()];
}

function isIn(tables: readonly Table[], name: string): boolean {
  return tables.some((table) => `${table.schema}.${table.name}` === name);
}

export async function sequenceValues(owner: pg.Client): Promise<SequenceValue[]> {
  const { rows } = await owner.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${ours} order by 1, 2`,
  );
  const values: SequenceValue[] = [];
  for (const { schema, name } of rows) {
    const read = await owner.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(owner, { schema, name })}`,
    );
    for (const row of read.rows) values.push({ schema, name, ...row });
  }
  return values;
}

export function quoted(owner: pg.Client, of: { readonly schema: string; readonly name: string }): string {
  return `${owner.escapeIdentifier(of.schema)}.${owner.escapeIdentifier(of.name)}`;
}

/** A table with its columns, as `copy` wants it. */
export function withColumns(owner: pg.Client, table: Table): string {
  return `${quoted(owner, table)} (${table.columns.map((column) => owner.escapeIdentifier(column)).join(', ')})`;
}

/** True when nobody has made anything in the database yet. */
export async function isEmptyDatabase(owner: pg.Client): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and ${ours} limit 1`,
  );
  return rowCount === 0;
}

export async function jobTablesVersion(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ version: number }>(
    'select coalesce(max(id), 0) as version from graphile_worker.migrations',
  );
  return rows[0]?.version ?? 0;
}
