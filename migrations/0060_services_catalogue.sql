create schema services;
comment on schema services is 'Shared e-services: the catalogue, what each authority has adopted of it, and what people are filling in (e-tjänster)';
grant usage on schema services to web_official, web_resident, worker;

create table services.service (
  service_id text primary key check (service_id ~ '^[a-z]{2}\.[a-z0-9-]+/[a-z0-9-]+$'),
  task text not null,
  theme text not null,
  latest_version integer not null check (latest_version > 0)
);
comment on table services.service is 'A shared e-service in all its versions; a reference table, public and small';
comment on column services.service.service_id is 'Country, building authority, service: se.sundsvall/barnomsorgsplats';

create table services.version (
  service_id text not null references services.service,
  version integer not null check (version > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  definition jsonb not null,
  published_at timestamptz not null,
  primary key (service_id, version)
);
comment on table services.version is 'A published definition; immutable, since cases point at it for ever';
comment on column services.version.sha256 is 'Of the definition''s canonical JSON';
create trigger append_only before update or delete on services.version
  for each statement execute function kernel.refuse_change();

alter table services.service enable row level security;
create policy everybody on services.service for select using (true);
grant select on services.service to web_official, web_resident, worker;
alter table services.version enable row level security;
create policy everybody on services.version for select using (true);
grant select on services.version to web_official, web_resident, worker;
