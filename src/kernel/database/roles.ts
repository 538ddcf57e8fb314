import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Secrets } from '../secrets.ts';
import { StartProblem } from '../start-problem.ts';
import type { PoolUrls } from './pools.ts';

/** The group role that each login role is a member of: grants and policies are written to these. */
const groups = { official: 'web_official', resident: 'web_resident', worker: 'worker' } as const;
type Room = keyof typeof groups;
const rooms = Object.keys(groups) as Room[];

/** Roles belong to the whole server: another database's migration may make them at the same moment. */
export async function ensureGroupRoles(owner: pg.Client): Promise<void> {
  for (const group of Object.values(groups)) {
    await owner.query(`
      do $$ begin
        if not exists (select from pg_catalog.pg_roles where rolname = '${group}') then
          create role ${group} nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
  }
}

/**
 * graphile-worker's tables are row-secured without a policy, and a new version of it may bring new ones: the worker gets
 * them all, the web roles not even the schema.
 */
export async function allowWorker(owner: pg.Client): Promise<void> {
  await owner.query(`
    begin;
    grant usage on schema graphile_worker to worker;
    grant select, insert, update, delete on all tables in schema graphile_worker to worker;
    grant usage on all sequences in schema graphile_worker to worker;
    grant execute on all functions in schema graphile_worker to worker;
    do $$
    declare secured name;
    begin
      for secured in
        select c.relname from pg_catalog.pg_class c
        where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
          and not exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid and p.polname = 'worker')
      loop
        execute format('create policy worker on graphile_worker.%I to worker using (true) with check (true)', secured);
      end loop;
    end $$;
    commit`);
}

/**
 * The login roles of this database: those that the environment names, or `<database>_official` and so on, made here with
 * generated passwords that are kept encrypted.
 * @throws StartProblem when a named role passes by row-level security
 */
export async function ensureLoginRoles(
  owner: pg.Client,
  ownerUrl: string,
  secrets: Secrets,
  named: { readonly [R in Room]?: string | undefined },
): Promise<PoolUrls> {
  const { rows } = await owner.query<{ database: string }>('select current_database() as database');
  const database = rows[0]?.database ?? '';
  const urls = {} as Record<Room, string>; // filled by the loop, which meets every room
  for (const room of rooms) {
    const existing = named[room];
    if (existing) await join(owner, room, decodeURIComponent(new URL(existing).username));
    urls[room] = existing ?? (await ownLogin(owner, ownerUrl, database, room, secrets));
  }
  return urls;
}

async function ownLogin(
  owner: pg.Client,
  ownerUrl: string,
  database: string,
  room: Room,
  secrets: Secrets,
): Promise<string> {
  const { rows } = await owner.query<{ name: string; password: string }>(
    'select name, password from kernel.login_role where room = $1',
    [room],
  );
  const kept = rows[0];
  const name = kept?.name ?? `${database.slice(0, 50)}_${room}`;
  const password = kept ? opened(secrets, kept.password, room) : randomBytes(24).toString('base64url');
  // Set each time: a database that was carried to another server finds no roles there, or others of the same name.
  await setPassword(owner, name, password);
  if (!kept || secrets.isOutdated(kept.password)) {
    await owner.query(
      `insert into kernel.login_role (room, name, password) values ($1, $2, $3)
       on conflict (room) do update set password = excluded.password`,
      [room, name, secrets.encrypt(password, contextOf(room))],
    );
  }
  await join(owner, room, name);
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(name);
  url.password = encodeURIComponent(password);
  return url.href;
}

function contextOf(room: Room): string {
  return `kernel.login_role:${room}`;
}

function opened(secrets: Secrets, sealed: string, room: Room): string {
  try {
    return secrets.decrypt(sealed, contextOf(room));
  } catch (cause) {
    throw new StartProblem('DATA_KEY is not the key that this database was made with: give it the old key.', cause);
  }
}

async function setPassword(owner: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await owner.query('select from pg_catalog.pg_roles where rolname = $1', [name]);
  const verb = rowCount ? 'alter' : 'create';
  await owner.query(`${verb} role ${owner.escapeIdentifier(name)} login password ${owner.escapeLiteral(password)}`);
}

async function join(owner: pg.Client, room: Room, name: string): Promise<void> {
  const { rows } = await owner.query<{ passes: boolean; owns: boolean; member: boolean }>(
    `select r.rolsuper or r.rolbypassrls as passes,
       pg_catalog.pg_has_role(r.oid, d.datdba, 'usage') as owns,
       pg_catalog.pg_has_role(r.oid, $2::name, 'usage') as member
     from pg_catalog.pg_roles r, pg_catalog.pg_database d
     where r.rolname = $1 and d.datname = current_database()`,
    [name, groups[room]],
  );
  const role = rows[0];
  const variable = `DATABASE_URL_${room.toUpperCase()}`;
  if (!role)
    throw new StartProblem(`The role ${name} of ${variable} does not exist: make it, or leave ${variable} out.`);
  if (role.passes || role.owns) {
    throw new StartProblem(
      `The role ${name} of ${variable} passes by row-level security (superuser, bypassrls, or the owner): name a plain login role.`,
    );
  }
  if (!role.member) await owner.query(`grant ${groups[room]} to ${owner.escapeIdentifier(name)}`);
}
