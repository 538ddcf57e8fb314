create schema cases;
comment on schema cases is 'What was filed, what was done about it, and what each party finds in their own list (ärenden)';
grant usage on schema cases to web_official, web_resident, worker;

create table cases."case" (
  authority_id integer not null,
  case_id uuid not null,
  diary_year smallint not null,
  diary_ordinal bigint not null check (diary_ordinal > 0),
  diary_number text not null,
  service_id text not null,
  service_version integer not null,
  definition_sha256 text not null check (definition_sha256 ~ '^[0-9a-f]{64}$'),
  task text not null,
  unit_authority integer,
  unit_id uuid,
  applicant uuid not null,
  parties uuid[] not null check (applicant = any (parties)),
  applicant_name text check (applicant_name is null or not protected),
  protected boolean not null,
  confidential boolean not null default false,
  language text not null check (language in ('sv', 'fi', 'en')),
  filed_at timestamptz not null,
  seq integer not null check (seq > 0),
  phase text not null check (phase in ('received', 'waiting-applicant', 'decided', 'available', 'closed')),
  stage text not null check (stage in ('open', 'waiting-applicant', 'waiting-other', 'closed')),
  assignee uuid,
  assignee_name text check ((assignee_name is null) = (assignee is null)),
  due_on date not null,
  changed_at timestamptz not null,
  closed_at timestamptz check ((closed_at is null) = (phase <> 'closed')),
  erase_on date check (erase_on is null or closed_at is not null),
  archive boolean not null default false,
  answers jsonb not null,
  answers_sha256 text not null check (answers_sha256 ~ '^[0-9a-f]{64}$'),
  settings jsonb not null,
  primary key (authority_id, case_id),
  unique (authority_id, diary_year, diary_ordinal),
  check ((unit_authority is null) = (unit_id is null))
);
comment on table cases."case" is 'One matter at one authority. What happened stands in cases.action; seq, phase, stage, assignee, due_on and closed_at follow from it and stand here to be searched';
comment on column cases."case".case_id is 'Follows from the draft, so that a form that is sent twice makes one case';
comment on column cases."case".diary_number is 'As people say it (diarienummer): SOT 2026-0001';
comment on column cases."case".definition_sha256 is 'Which definition was answered; with service_id and service_version for ever';
comment on column cases."case".unit_id is 'Who handles it: a unit of unit_authority, which by agreement may be another authority; null is whoever has the task';
comment on column cases."case".parties is 'Whose matter it is; each finds it in cases.case_party';
comment on column cases."case".applicant_name is 'As it was when filed; null for a protected identity, whose name only identity gives, to those with the right';
comment on column cases."case".confidential is 'Marked as secret (sekretessmarkering); the provision stands in the action';
comment on column cases."case".language is 'The applicant''s: questions and decisions are written in it';
comment on column cases."case".seq is 'The number of the last action';
comment on column cases."case".due_on is 'When the applicant may expect an answer; moved by the days that the case waited for them';
comment on column cases."case".erase_on is 'Set at closing, by the rule of the service; then the stream is removed and a tombstone stays';
comment on column cases."case".archive is 'After erase_on it is delivered to the archive before it is erased here';
comment on column cases."case".answers is 'What was filed: only what the form asked for, calculated values included';
comment on column cases."case".settings is 'The authority''s settings that the answers were reckoned by';

-- The queue of each task by what is most urgent; the closed ones are read seldom and kept out of it.
create index case_queue on cases."case" (authority_id, task, due_on, case_id) where stage <> 'closed';
create index case_closed on cases."case" (authority_id, task, due_on, case_id) where stage = 'closed';
create index case_retention on cases."case" (erase_on, authority_id, case_id) where erase_on is not null;

alter table cases."case" enable row level security;
create policy official on cases."case" to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy resident_reads on cases."case" for select to web_resident
  using (parties && (select current_setting('app.parties')::uuid[])::uuid[]);
create policy resident_files on cases."case" for insert to web_resident
  with check (
    authority_id = any ((select current_setting('app.authorities')::int[])::int[])
    and parties && (select current_setting('app.parties')::uuid[])::uuid[]
  );
create policy resident_completes on cases."case" for update to web_resident
  using (
    authority_id = any ((select current_setting('app.authorities')::int[])::int[])
    and parties && (select current_setting('app.parties')::uuid[])::uuid[]
  );
grant select on cases."case" to web_official, web_resident, worker;
grant insert on cases."case" to web_resident;
grant update (seq, phase, stage, assignee, assignee_name, confidential, due_on, changed_at, closed_at, erase_on, archive)
  on cases."case" to web_official, worker;
grant update (seq, phase, stage, due_on, changed_at) on cases."case" to web_resident;
grant delete on cases."case" to worker;

create table cases.action (
  authority_id integer not null,
  case_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null,
  at timestamptz not null,
  transaction_id uuid not null,
  to_parties uuid[] not null,
  body jsonb not null,
  primary key (authority_id, case_id, seq),
  unique (authority_id, case_id, transaction_id),
  foreign key (authority_id, case_id) references cases."case" on delete cascade
);
comment on table cases.action is 'What happened in a case; append-only. Two who act at once meet at seq: one wins, the other is told';
comment on column cases.action.transaction_id is 'Made by the form or by the event, so that the same act posted again is the same action';
comment on column cases.action.to_parties is 'Which of the parties may see it; empty for what only the office sees';
comment on column cases.action.body is 'Who did it by which right, and the act itself, as src/modules/cases/action.ts says';
create trigger append_only before update on cases.action
  for each statement execute function kernel.refuse_change();

alter table cases.action enable row level security;
create policy official on cases.action to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy resident_reads on cases.action for select to web_resident
  using (to_parties && (select current_setting('app.parties')::uuid[])::uuid[]);
create policy resident_acts on cases.action for insert to web_resident
  with check (
    authority_id = any ((select current_setting('app.authorities')::int[])::int[])
    and to_parties && (select current_setting('app.parties')::uuid[])::uuid[]
  );
grant select, insert on cases.action to web_official, web_resident, worker;
grant delete on cases.action to worker;

create table cases.case_party (
  party_id uuid not null,
  authority_id integer not null,
  case_id uuid not null,
  role text not null check (role in ('applicant')),
  service_id text not null,
  service_version integer not null,
  diary_number text not null,
  state text not null check (state in ('received', 'waiting-applicant', 'decided', 'available', 'closed')),
  decision text,
  ball text not null check (ball in ('party', 'authority', 'nobody')),
  due_on date not null,
  filed_at timestamptz not null,
  at timestamptz not null,
  primary key (party_id, authority_id, case_id)
);
comment on table cases.case_party is 'What each party finds in their own list; a projection, written in the transaction of the action';
comment on column cases.case_party.ball is 'Whose move it is';
comment on column cases.case_party.decision is 'Which of the service''s decisions it got';
comment on column cases.case_party.at is 'When something last happened that the party may see';
create index case_party_latest on cases.case_party (party_id, at desc, case_id desc);
create index case_party_waiting on cases.case_party (party_id, at desc, case_id desc) where ball = 'party';

alter table cases.case_party enable row level security;
create policy official on cases.case_party to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy resident on cases.case_party to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
grant select on cases.case_party to web_official, web_resident, worker;
grant insert on cases.case_party to web_resident;
grant update (state, decision, ball, due_on, at) on cases.case_party to web_official, web_resident, worker;
grant delete on cases.case_party to worker;
