create schema directory;
comment on schema directory is 'Public bodies, their units, and who does what for whom; public facts, few and small: reference tables when the database is spread';
grant usage on schema directory to web_official, web_resident, worker;

create table directory.authority (
  authority_id integer primary key check (authority_id > 0),
  kind text not null check (kind in ('municipality', 'joint', 'agency', 'operator')),
  country text not null check (country in ('SE', 'AX')),
  code text,
  name text not null,
  slug text not null check (slug ~ '^[a-z][a-z0-9-]*$'),
  county_code text,
  county text,
  population integer check (population >= 0),
  population_date date,
  latitude double precision,
  longitude double precision,
  joined_at timestamptz,
  ready_at timestamptz check (ready_at is null or joined_at is not null),
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  contact jsonb not null default '{}',
  host_name text,
  revision integer not null default 1,
  check ((kind = 'municipality') = (code is not null)),
  unique (slug)
);
comment on table directory.authority is 'A public body; a municipality stands here before it joins, so that it can';
comment on column directory.authority.authority_id is 'Municipality: 7520000 + code in Sweden, 2480000 + code on Åland; others from 9000001';
comment on column directory.authority.slug is 'The first part of its addresses; unique over all, which tells nothing since the table is public';
comment on column directory.authority.joined_at is 'Null until it has joined: its pages answer 404';
comment on column directory.authority.ready_at is 'When the catalogue was adopted; between joined and ready the operator sees progress';
comment on column directory.authority.accent is 'Its own colour, checked for contrast when chosen; null is Allmänning''s';
comment on column directory.authority.contact is 'email, phone, address (lines)';
comment on column directory.authority.host_name is 'For showing; directory.host_name decides who has it';
comment on column directory.authority.revision is 'Counts changes of the settings, so that two who change at once meet';

alter table directory.authority enable row level security;
create policy everybody on directory.authority for select using (true);
create policy own on directory.authority for update to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select on directory.authority to web_official, web_resident, worker;
grant update (joined_at, ready_at, accent, contact, revision) on directory.authority to web_official, worker;

create table directory.theme (
  authority_id integer primary key references directory.authority,
  css text not null,
  made_at timestamptz not null
);
comment on table directory.theme is 'The style sheet of an authority''s own colours, made when they are chosen';
alter table directory.theme enable row level security;
create policy everybody on directory.theme for select using (true);
create policy own on directory.theme to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select on directory.theme to web_official, web_resident, worker;
grant insert, update, delete on directory.theme to web_official, worker;
