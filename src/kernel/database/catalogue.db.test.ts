import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { type AuthorityId, newId, type PartyId } from '../ids.ts';
import { lookUpTables } from './look-up-tables.ts';
import { definerFunctions } from './look-ups.ts';

const db = database();
const webRoles = ['web_official', 'web_resident'];
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') and n.nspname !~ '^pg_'`;

/** A table that everybody may read whole has nothing behind the fence for a key to tell of. */
const isPublic = `exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'r' and pg_get_expr(p.polqual, p.polrelid) = 'true')`;

type Table = { table: string; keys: string[]; secured: boolean; policies: number };

async function keyedTables(): Promise<Table[]> {
  return db.sql<Table>(`
    select n.nspname || '.' || c.relname as "table", c.relrowsecurity as secured,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('authority_id', 'party_id') and not a.attisdropped) as keys,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} order by 1`);
}

const lookUps = new Set(lookUpTables.map((table) => table.name));

test('every table with authority_id or party_id is behind the fence, with a policy', async () => {
  const keyed = (await keyedTables()).filter((table) => table.keys.length > 0 && !lookUps.has(table.table));
  expect(keyed.length).toBeGreaterThan(0);
  expect(keyed.filter((table) => !table.secured || table.policies === 0)).toEqual([]);
});

test('no web role may touch a look-up table', async () => {
  const granted = await db.sql<{ table: string; role: string }>(
    `select n.nspname || '.' || c.relname as "table", r.role
     from unnest($1::text[]) t(name) join pg_class c on c.oid = t.name::regclass
     join pg_namespace n on n.oid = c.relnamespace cross join unnest($2::text[]) r(role)
     where has_table_privilege(r.role, c.oid, 'select') or has_table_privilege(r.role, c.oid, 'insert')
        or has_table_privilege(r.role, c.oid, 'update') or has_table_privilege(r.role, c.oid, 'delete')
        or has_any_column_privilege(r.role, c.oid, 'select')`,
    [[...lookUps], webRoles],
  );
  expect(granted).toEqual([]);
});

test('every table that a web role reads is fenced, or is a public table that says so by a policy', async () => {
  const open = await db.sql<{ table: string }>(
    `select n.nspname || '.' || c.relname as "table" from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm') and ${ours} and not c.relrowsecurity
       and exists (select from unnest($1::text[]) r(role) where has_any_column_privilege(r.role, c.oid, 'select'))`,
    [webRoles],
  );
  expect(open).toEqual([]);
});

test('the security definer functions are exactly those of the list, each granted to its callers and nobody else', async () => {
  const found = await db.sql<{ name: string; callers: string[]; path: string | null }>(
    `select distinct n.nspname || '.' || p.proname as name,
       array(select r.role from unnest(array['web_official', 'web_resident', 'worker']) r(role)
         where has_function_privilege(r.role, p.oid, 'execute') order by 1) as callers,
       (select c from unnest(p.proconfig) c where c like 'search_path=%') as path
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${ours} order by 1`,
  );
  const listed = definerFunctions.map((f) => ({ name: f.name, callers: [...f.callers].sort() }));
  expect(found.map(({ name, callers }) => ({ name, callers }))).toEqual(
    listed.sort((a, b) => a.name.localeCompare(b.name, 'en')),
  );
  expect(found.filter((f) => f.path === null)).toEqual([]);
});

test('a function that asks for the scope refuses who asks about no authority and no party', async () => {
  const guarded = await db.sql<{ call: string; callers: string[] }>(
    `select format('%s(%s)', p.oid::regproc,
         (select string_agg(format('null::%s', format_type(t, null)), ', ') from unnest(p.proargtypes) t)) as call,
       array(select r.role from unnest(array['web_official', 'web_resident', 'worker']) r(role)
         where has_function_privilege(r.role, p.oid, 'execute')) as callers
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and ${ours} and p.prosrc ~ 'app.(authorities|parties)' order by 1`,
  );
  expect(guarded.length).toBeGreaterThan(10);
  const rooms = { web_official: 'official', web_resident: 'resident', worker: 'worker' } as const;
  for (const { call, callers } of guarded) {
    for (const role of callers) {
      const scope = db.scopes({
        actor: { kind: 'system', name: 'test' },
        room: rooms[role as keyof typeof rooms],
        fence: { authorities: [1 as AuthorityId], parties: [newId<PartyId>()] },
      });
      const asked = scope.write((tx) => sql.raw(`select ${call}`).execute(tx));
      await expect(asked, `${call} as ${role}`).rejects.toMatchObject({ code: '42501' });
    }
  }
});

test('every unique key of a fenced table holds its distribution key, so that it tells nothing of rows behind the fence', async () => {
  const keys = await db.sql<{ table: string; index: string }>(`
    select n.nspname || '.' || c.relname as "table", i.relname as "index"
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    where x.indisunique and ${ours} and not ${isPublic}
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('authority_id', 'party_id') and not a.attisdropped)
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('authority_id', 'party_id') and a.attnum = any (x.indkey))`);
  expect(keys.filter((key) => !lookUps.has(key.table))).toEqual([]);
});

test('no foreign key crosses distribution keys', async () => {
  const crossing = await db.sql<{ name: string; from: string; to: string }>(`
    select k.conname as name, k.conrelid::regclass::text as "from", k.confrelid::regclass::text as "to"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and ${ours}
      and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname in ('authority_id', 'party_id'))
      and not exists (
        select from unnest(k.conkey, k.confkey) as u(here, there)
        join pg_attribute h on h.attrelid = k.conrelid and h.attnum = u.here
        join pg_attribute t on t.attrelid = k.confrelid and t.attnum = u.there
        where h.attname = t.attname and h.attname in ('authority_id', 'party_id'))`);
  const reference = new Set(['directory.authority']); // a small shared table, copied to every node
  expect(crossing.filter((key) => !reference.has(key.to) && !lookUps.has(key.from))).toEqual([]);
});

test('every table has a comment', async () => {
  const silent = await db.sql<{ table: string }>(`
    select n.nspname || '.' || c.relname as "table" from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} and obj_description(c.oid, 'pg_class') is null`);
  expect(silent).toEqual([]);
});

test('no login role owns a table or passes by row-level security', async () => {
  const strong = await db.sql<{ role: string }>(`
    select r.rolname as role from pg_roles r
    where pg_has_role(r.oid, 'web_official', 'usage') and not r.rolsuper
      and (r.rolbypassrls or exists (select from pg_class c where c.relowner = r.oid))`);
  expect(strong).toEqual([]);
});
