create table exchange.arrival (
  authority_id integer not null,
  arrival_id uuid not null,
  place_id uuid not null,
  name text not null check (name ~ '^[^/\\]{1,200}$' and name !~ '^[.]'),
  origin text not null check (origin in ('machine', 'destination')),
  origin_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  at timestamptz not null,
  file_id uuid not null,
  replayed_at timestamptz,
  primary key (authority_id, arrival_id),
  unique (authority_id, place_id, name)
);
comment on table exchange.arrival is 'The ledger of files in: what came, from whom, with the digest that its sender has as receipt';
comment on column exchange.arrival.place_id is 'By what it is taken in: a description of files (intake.mapping)';
comment on column exchange.arrival.origin is 'Another system with a key of its own, or a folder of a destination that we looked in';
comment on column exchange.arrival.file_id is 'What it became (intake.file): there each of its rows is accounted for';
create index arrival_at on exchange.arrival (authority_id, at desc, arrival_id);

alter table exchange.arrival enable row level security;
create policy official on exchange.arrival to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert, update (file_id, replayed_at) on exchange.arrival to web_official, worker;
