create table exchange.source (
  authority_id integer not null,
  source_id uuid not null,
  destination_id uuid not null,
  kind text not null check (kind in ('bank-answer')),
  folder text not null check (length(folder) between 1 and 200),
  done_folder text check (length(done_folder) between 1 and 200),
  added_at timestamptz not null,
  added_by uuid not null,
  added_by_name text not null,
  ended_at timestamptz,
  looked_at timestamptz,
  outcome text check (outcome in ('answered', 'later', 'refused')),
  detail text,
  files jsonb not null default '[]',
  primary key (authority_id, source_id),
  foreign key (authority_id, destination_id) references exchange.destination,
  check ((looked_at is null) = (outcome is null))
);
comment on table exchange.source is 'A folder of a destination that files are fetched from';
comment on column exchange.source.kind is 'What its files are: bank-answer is pain.002, camt.053 and camt.054';
comment on column exchange.source.done_folder is 'Where a file is moved when it has been taken; null leaves it where it is';
comment on column exchange.source.outcome is 'Of the last look: later could not be reached and is looked in again, refused needs a person';
comment on column exchange.source.files is 'What stood there at the last look, with size and time, and what became of each: a file is taken when two looks find it alike';
create unique index source_folder on exchange.source (authority_id, destination_id, folder) where ended_at is null;

alter table exchange.source enable row level security;
create policy official on exchange.source to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on exchange.source to web_official;
grant update (ended_at) on exchange.source to web_official;
grant select on exchange.source to worker;
grant update (looked_at, outcome, detail, files) on exchange.source to worker;

create function exchange.sources_to_look_in(most integer) returns table (authority_id integer, source_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.authority_id, s.source_id from exchange.source s
  where s.ended_at is null order by s.looked_at nulls first, s.source_id limit least(most, 1000)
$$;
comment on function exchange.sources_to_look_in(integer) is 'Folders of all authorities that files are fetched from, longest not looked in first; ids only';
revoke all on function exchange.sources_to_look_in(integer) from public;
grant execute on function exchange.sources_to_look_in(integer) to worker;

create function exchange.troubled_sources(most integer)
returns table (authority_id integer, source_id uuid, destination text, folder text, outcome text, detail text, looked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.authority_id, s.source_id, d.name, s.folder, s.outcome, s.detail, s.looked_at
  from exchange.source s
  join exchange.destination d on d.authority_id = s.authority_id and d.destination_id = s.destination_id
  where s.ended_at is null and s.outcome <> 'answered'
  order by s.looked_at desc, s.source_id limit least(most, 200)
$$;
comment on function exchange.troubled_sources(integer) is 'Folders of all authorities that could not be looked in, for the operator''s page';
revoke all on function exchange.troubled_sources(integer) from public;
grant execute on function exchange.troubled_sources(integer) to web_official;
