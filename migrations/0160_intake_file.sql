create schema intake;
comment on schema intake is 'Files in: how their columns are read, each file that came, and what became of each of its rows';
grant usage on schema intake to web_official, web_resident, worker;

create table intake.mapping (
  authority_id integer not null,
  mapping_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  target text not null,
  revision integer not null default 1 check (revision >= 1),
  body jsonb not null,
  sample_sha256 text check (sample_sha256 ~ '^[0-9a-f]{64}$'),
  sample_name text,
  account_to uuid,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  primary key (authority_id, mapping_id)
);
comment on table intake.mapping is 'How the columns of a kind of file become the fields of a target; data that an administrator edits';
comment on column intake.mapping.target is 'What its rows are taken into, by the name that the target has in the program';
comment on column intake.mapping.sample_sha256 is 'The file whose rows are shown while the mapping is edited';
comment on column intake.mapping.account_to is 'The destination that is sent the account of each file; null is nobody';

create table intake.file (
  authority_id integer not null,
  file_id uuid not null,
  mapping_id uuid not null,
  mapping_revision integer not null,
  target text not null,
  body jsonb not null,
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  received_at timestamptz not null,
  received_by uuid,
  received_by_name text not null,
  account_to uuid,
  state text not null check (state in ('reading', 'taking', 'settled', 'refused')),
  fault jsonb,
  changed_at timestamptz not null,
  primary key (authority_id, file_id),
  unique (authority_id, mapping_id, mapping_revision, sha256),
  check ((state = 'refused') = (fault is not null))
);
comment on table intake.file is 'A file that came; the same content by the same revision of a mapping comes once';
comment on column intake.file.body is 'The mapping as it was when the file came: what a mended row is read by as well';
comment on column intake.file.received_by is 'Null when it did not come from a person';
comment on column intake.file.fault is 'Why no row of it was taken';
create index file_received on intake.file (authority_id, received_at desc, file_id);

create table intake.row (
  authority_id integer not null,
  file_id uuid not null,
  row_number integer not null check (row_number >= 1),
  state text not null check (state in ('waiting', 'taken', 'unchanged', 'quarantined')),
  key_index bytea,
  digest bytea,
  sealed text,
  reasons jsonb not null default '[]',
  mended_at timestamptz,
  mended_by uuid,
  mended_by_name text,
  primary key (authority_id, file_id, row_number),
  foreign key (authority_id, file_id) references intake.file on delete cascade,
  check (state not in ('waiting', 'quarantined') or sealed is not null),
  check ((state = 'quarantined') = (reasons <> '[]'))
);
comment on table intake.row is 'What became of each row of a file; none is lost: taken, unchanged and quarantined are all its rows';
comment on column intake.row.row_number is 'The line, the row of the sheet, or which element it is: where its reader finds it';
comment on column intake.row.key_index is 'A keyed index of what the row is about, so that rows that contradict each other are found';
comment on column intake.row.digest is 'A keyed digest of what the row says';
comment on column intake.row.sealed is 'Its cells, sealed; only while they are needed';
create index row_state on intake.row (authority_id, file_id, state, row_number);
create index row_key on intake.row (authority_id, file_id, key_index) where key_index is not null;

alter table intake.mapping enable row level security;
alter table intake.file enable row level security;
alter table intake.row enable row level security;
create policy official on intake.mapping to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on intake.file to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on intake.row to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert, update on intake.mapping to web_official;
grant select on intake.mapping to worker;
grant select, insert on intake.file to web_official, worker;
grant update (state, fault, changed_at) on intake.file to web_official, worker;
grant select on intake.row to web_official, worker;
grant insert on intake.row to worker;
grant update (state, key_index, digest, sealed, reasons, mended_at, mended_by, mended_by_name) on intake.row to web_official;
grant update (state, key_index, digest, sealed, reasons) on intake.row to worker;

create function intake.named_files(digests text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.sample_sha256 from intake.mapping m where m.sample_sha256 = any (digests)
  union
  select f.sha256 from intake.file f where f.sha256 = any (digests)
$$;
comment on function intake.named_files(text[]) is 'Which of these contents a mapping or a file that came names, whoever''s it is; says nothing else';
revoke all on function intake.named_files(text[]) from public;
grant execute on function intake.named_files(text[]) to worker;
create index mapping_sample on intake.mapping (sample_sha256) where sample_sha256 is not null;
create index file_sha256 on intake.file (sha256);
