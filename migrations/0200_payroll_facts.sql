create schema payroll;
comment on schema payroll is 'Pay: facts about employees, runs, the ledger of payslips (gemensam löneadministration)';
grant usage on schema payroll to web_official, web_resident, worker;

create table payroll.employee (
  authority_id integer not null references directory.authority,
  employee_id uuid not null,
  number text not null check (length(number) between 1 and 40),
  name text not null check (length(name) between 1 and 200),
  party_id uuid,
  birth_date date not null,
  country text not null check (country in ('AX', 'SE')),
  seq integer not null check (seq >= 0),
  facts text not null,
  account_index text,
  primary key (authority_id, employee_id)
);
comment on table payroll.employee is 'A person as one employer pays them: all their employments there, since tax is counted per person and employer';
comment on column payroll.employee.number is 'The employer''s own number of the person; never an identity number';
comment on column payroll.employee.party_id is 'Who it is, once known; by it the person finds their own payslips';
comment on column payroll.employee.seq is 'Of the last fact: what a payslip was made from is this number';
comment on column payroll.employee.facts is 'Projection: every fact that holds now, as JSON, read whole by a run (50 000 in a second)';
comment on column payroll.employee.account_index is 'Projection: keyed index of the account now in use, to find one that is used twice';
create unique index employee_number on payroll.employee (authority_id, number);
create index employee_account on payroll.employee (authority_id, account_index) where account_index is not null;
create index employee_party on payroll.employee (party_id) where party_id is not null;

create table payroll.fact (
  authority_id integer not null,
  employee_id uuid not null,
  seq integer not null check (seq >= 1),
  kind text not null check (kind ~ '^[a-z][a-z-]{1,30}$'),
  employment smallint,
  valid_from date not null,
  valid_to date,
  replaces integer,
  withdrawn boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by uuid,
  source text not null check (length(source) between 1 and 200),
  body jsonb not null,
  primary key (authority_id, employee_id, seq),
  foreign key (authority_id, employee_id) references payroll.employee,
  check (valid_to is null or valid_to >= valid_from),
  check (replaces is null or replaces < seq)
);
comment on table payroll.fact is 'What is known about an employee: when it holds (valid) and since when we know it (recorded). Append-only; a correction replaces';
comment on column payroll.fact.employment is 'Which of the person''s employments at the employer; null when it is about the person';
comment on column payroll.fact.replaces is 'The earlier fact that this one stands instead of';
comment on column payroll.fact.withdrawn is 'The replaced fact was wrong, and nothing stands in its place';
comment on column payroll.fact.source is 'Where it came from: a person, a file, another system';
create trigger append_only before update or delete on payroll.fact
  for each statement execute function kernel.refuse_change();

alter table payroll.employee enable row level security;
alter table payroll.fact enable row level security;
create policy official on payroll.employee to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy resident on payroll.employee for select to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy official on payroll.fact to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on payroll.employee, payroll.fact to web_official, worker;
grant update (name, party_id, seq, facts, account_index) on payroll.employee to web_official, worker;
grant select on payroll.employee to web_resident;
