create table services.draft (
  party_id uuid not null,
  draft_id uuid not null,
  authority_id integer not null,
  service_id text not null,
  version integer not null,
  seq integer not null check (seq > 0),
  answers jsonb not null,
  typed jsonb not null default '{}',
  changes jsonb not null default '[]',
  started_at timestamptz not null,
  changed_at timestamptz not null,
  filed_at timestamptz,
  primary key (party_id, draft_id)
);
comment on table services.draft is 'What a person is filling in; nobody else sees it. Emptied when it is filed, erased when it is left alone too long';
comment on column services.draft.authority_id is 'To whom it will be filed; no key of this table, which belongs to the person';
comment on column services.draft.seq is 'Counts saves: a form from another tab carries an older number';
comment on column services.draft.typed is 'What could not be read, as it was typed, by control name; and files that were refused';
comment on column services.draft.changes is 'Which fields each of the latest saves changed, to tell a form from another tab';
create index draft_latest on services.draft (party_id, changed_at desc) where filed_at is null;
create index draft_left_alone on services.draft (changed_at);

alter table services.draft enable row level security;
create policy resident on services.draft to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
grant select, insert, delete on services.draft to web_resident;
grant update (seq, version, answers, typed, changes, changed_at, filed_at) on services.draft to web_resident;

create function services.erase_drafts_left_alone(before timestamptz) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with erased as (delete from services.draft where changed_at < before returning 1)
  select count(*)::int from erased
$$;
comment on function services.erase_drafts_left_alone(timestamptz) is 'Erases what nobody has touched since, whoever''s it is; tells only how many';
revoke all on function services.erase_drafts_left_alone(timestamptz) from public;
grant execute on function services.erase_drafts_left_alone(timestamptz) to worker;
