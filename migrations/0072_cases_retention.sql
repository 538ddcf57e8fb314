create table cases.tombstone (
  authority_id integer not null,
  case_id uuid not null,
  service_id text not null,
  diary_year smallint not null,
  diary_ordinal bigint not null,
  diary_number text not null,
  closed_on date not null,
  erased_at timestamptz not null,
  rule text not null,
  primary key (authority_id, case_id),
  unique (authority_id, diary_year, diary_ordinal)
);
comment on table cases.tombstone is 'A case was here and was erased by law: what kind, when, and by which rule; nothing of whom or what about';
comment on column cases.tombstone.rule is 'The service''s rule of retention, with its source';
alter table cases.tombstone enable row level security;
create policy official on cases.tombstone to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select on cases.tombstone to web_official, worker;
grant insert on cases.tombstone to worker;

create function cases.due_for_erasure(today date, most integer)
returns table (authority_id integer, case_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.authority_id, c.case_id
  from cases."case" c
  where c.erase_on <= today and not c.archive
  order by c.erase_on, c.authority_id, c.case_id
  limit least(most, 500)
$$;
comment on function cases.due_for_erasure(date, integer) is 'Ids of closed cases of all authorities whose time has come, oldest first; those for the archive wait for it';
revoke all on function cases.due_for_erasure(date, integer) from public;
grant execute on function cases.due_for_erasure(date, integer) to worker;
