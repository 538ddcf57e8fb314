create table services.adoption (
  authority_id integer not null,
  service_id text not null,
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  version integer not null,
  settings jsonb not null,
  texts jsonb not null default '{}',
  unit_authority integer,
  unit_id uuid,
  is_open boolean not null default true,
  adopted_at timestamptz not null,
  revision integer not null default 1,
  primary key (authority_id, service_id),
  unique (authority_id, slug),
  foreign key (service_id, version) references services.version,
  check ((unit_authority is null) = (unit_id is null))
);
comment on table services.adoption is 'An authority''s use of a shared service: which version, with which settings and wording of its own; public, since its pages show it';
comment on column services.adoption.slug is 'The service in the authority''s addresses: /sottunga/tjanster/barnomsorgsplats';
comment on column services.adoption.texts is 'Language → key → the authority''s own wording';
comment on column services.adoption.unit_id is 'Who handles the cases: a unit of unit_authority; null is whoever has the task';
comment on column services.adoption.is_open is 'Closed ones can not be begun; what was begun can be ended';
comment on column services.adoption.revision is 'Counts changes, so that two who change at once meet';

alter table services.adoption enable row level security;
create policy everybody on services.adoption for select using (true);
create policy own on services.adoption to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select on services.adoption to web_official, web_resident, worker;
grant insert on services.adoption to worker;
grant update (version, settings, texts, unit_authority, unit_id, is_open, revision) on services.adoption to web_official, worker;
