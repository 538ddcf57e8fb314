create schema overview;
comment on schema overview is 'One overview of a person''s cases with all authorities (Min ärendeöversikt)';
grant usage on schema overview to web_official, web_resident, worker;

create table overview.last_known (
  party_id uuid not null,
  source_id text not null check (length(source_id) between 1 and 50),
  sealed text not null,
  as_of timestamptz not null,
  primary key (party_id, source_id)
);
comment on table overview.last_known is 'What a source elsewhere said of a person the last time it answered, shown with its day while it is away. Never what it failed to say';
comment on column overview.last_known.sealed is 'The items as JSON, sealed';
create index last_known_old on overview.last_known (as_of);
alter table overview.last_known enable row level security;
create policy resident on overview.last_known to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
grant select, insert, delete on overview.last_known to web_resident;
grant update (sealed, as_of) on overview.last_known to web_resident;

create function overview.forget_last_known(before timestamptz) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from overview.last_known where as_of < before returning 1)
  select count(*)::int from gone
$$;
comment on function overview.forget_last_known(timestamptz) is 'Forgets what nobody has asked for since, whoever''s it is; tells only how many';
revoke all on function overview.forget_last_known(timestamptz) from public;
grant execute on function overview.forget_last_known(timestamptz) to worker;
