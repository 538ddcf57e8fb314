create table payroll.report_terms (
  authority_id integer not null references directory.authority,
  seq integer not null check (seq >= 1),
  body jsonb not null,
  at timestamptz not null,
  by_party uuid not null,
  by_name text not null,
  primary key (authority_id, seq)
);
comment on table payroll.report_terms is 'What an employer reports under: its number, contact, insurances, chart of accounts. Append-only, the last one holds';
create trigger append_only before update or delete on payroll.report_terms
  for each statement execute function kernel.refuse_change();

create table payroll.report (
  authority_id integer not null references directory.authority,
  report_id uuid not null,
  kind text not null check (kind in ('incomes-register', 'agi', 'voucher-sie', 'voucher-csv', 'pension', 'union')),
  run_id uuid,
  period date not null,
  version integer not null check (version >= 1),
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  state text not null check (state in ('asked', 'made', 'refused')),
  name text,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint,
  rows integer,
  total bigint,
  names_protected boolean,
  problems jsonb not null default '[]',
  handed_at timestamptz,
  handed_by_name text,
  destination_id uuid,
  delivery_id uuid,
  primary key (authority_id, report_id),
  foreign key (authority_id, run_id) references payroll.run,
  check ((state = 'made') = (sha256 is not null)),
  check (handed_at is null or state = 'made')
);
comment on table payroll.report is 'A file made of the ledger for somebody else: the Incomes Register, the tax agency, bookkeeping, pension, unions';
comment on column payroll.report.period is 'The first day of the month of payment';
comment on column payroll.report.run_id is 'Null when it is of every run that paid in the month';
comment on column payroll.report.handed_at is 'When it was sent, or an officer said that it had been handed over in another way: from then on what it says is reported';
comment on column payroll.report.names_protected is 'A person with protected identity stands in it: read by those with that right only';
comment on column payroll.report.problems is 'What the checks before it found, by kind and employee''s number';
create unique index report_version on payroll.report
  (authority_id, kind, period, coalesce(run_id, '00000000-0000-0000-0000-000000000000'::uuid), version);
create index report_sha256 on payroll.report (sha256) where sha256 is not null;
create index report_latest on payroll.report (authority_id, asked_at desc, report_id);

create table payroll.reported (
  authority_id integer not null,
  report_id uuid not null,
  employee_id uuid not null,
  about text not null check (length(about) between 1 and 60),
  entry_id text not null check (entry_id ~ '^[0-9A-Za-z_-]{1,40}$'),
  version integer not null check (version >= 1),
  digest text not null,
  removed boolean not null default false,
  primary key (authority_id, report_id, employee_id, about),
  foreign key (authority_id, report_id) references payroll.report,
  foreign key (authority_id, employee_id) references payroll.employee
);
comment on table payroll.reported is 'What has been reported of whom: each entry keeps its id, so that a later one replaces it';
comment on column payroll.reported.about is 'What the entry is of: a run of the Incomes Register, a month of AGI';
create index reported_about on payroll.reported (authority_id, about, employee_id, version desc);
create trigger append_only before update or delete on payroll.reported
  for each statement execute function kernel.refuse_change();

create table payroll.specification_number (
  authority_id integer not null,
  employee_id uuid not null,
  number integer not null check (number >= 1),
  primary key (authority_id, employee_id),
  unique (authority_id, number),
  foreign key (authority_id, employee_id) references payroll.employee
);
comment on table payroll.specification_number is 'The number of a person in every declaration of an employer to Skatteverket; never changed, since corrections are matched on it';
create trigger append_only before update or delete on payroll.specification_number
  for each statement execute function kernel.refuse_change();

alter table payroll.report_terms enable row level security;
alter table payroll.report enable row level security;
alter table payroll.reported enable row level security;
alter table payroll.specification_number enable row level security;
create policy official on payroll.report_terms to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.report to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.reported to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.specification_number to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on payroll.report_terms, payroll.report to web_official;
grant select on payroll.report_terms, payroll.report to worker;
grant update (handed_at, handed_by_name, destination_id, delivery_id) on payroll.report to web_official;
grant update (state, name, sha256, size, rows, total, names_protected, problems) on payroll.report to worker;
grant select on payroll.reported to web_official;
grant select, insert on payroll.reported, payroll.specification_number to worker;

create function payroll.named_files(digests text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct r.sha256 from payroll.report r where r.sha256 = any (digests)
$$;
comment on function payroll.named_files(text[]) is 'Which of these contents a report names, whoever''s it is; says nothing else';
revoke all on function payroll.named_files(text[]) from public;
grant execute on function payroll.named_files(text[]) to worker;
