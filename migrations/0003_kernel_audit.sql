create table kernel.audit_line (
  party_id uuid not null,
  line_id uuid not null,
  at timestamptz not null,
  authority_id integer,
  actor_kind text not null check (actor_kind in ('person', 'official', 'machine', 'system')),
  actor_party uuid,
  actor_name text not null,
  action text not null,
  purpose text not null,
  basis jsonb not null,
  resource jsonb not null,
  request_id text not null,
  primary key (party_id, line_id)
);
comment on table kernel.audit_line is 'Who saw or did what about whom, for which purpose, by which right; append-only, and read by the person it is about';
comment on column kernel.audit_line.party_id is 'Whom it is about';
comment on column kernel.audit_line.authority_id is 'On whose behalf the actor looked; null when a person looked at their own';
comment on column kernel.audit_line.purpose is 'A text key (module.purpose), shown in the reader''s language';
comment on column kernel.audit_line.resource is 'Ids only: case, message, service';

alter table kernel.audit_line enable row level security;
create policy person on kernel.audit_line for select to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy person_writes on kernel.audit_line for insert to web_resident
  with check (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy official_writes on kernel.audit_line for insert to web_official, worker
  with check (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant insert on kernel.audit_line to web_official, web_resident, worker;
grant select on kernel.audit_line to web_resident;

create function kernel.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'table %.% is append-only', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
comment on function kernel.refuse_change() is 'Keeps an append-only table so, also for its owner; erasure by law disables the trigger for its own transaction and leaves a tombstone';
create trigger append_only before update or delete on kernel.audit_line
  for each statement execute function kernel.refuse_change();
