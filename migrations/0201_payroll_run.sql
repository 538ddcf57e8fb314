create table payroll.run (
  authority_id integer not null references directory.authority,
  run_id uuid not null,
  kind text not null check (kind in ('regular', 'off-cycle')),
  earned_from date not null,
  earned_to date not null check (earned_to >= earned_from),
  payment_date date not null,
  seq integer not null check (seq >= 1),
  state text not null check (state in ('open', 'calculating', 'stopped', 'calculated', 'checked', 'released', 'posted', 'closed', 'cancelled')),
  only_employees uuid[],
  rules text,
  done integer not null default 0,
  total integer not null default 0,
  stop_asked boolean not null default false,
  digest text,
  opened_at timestamptz not null,
  primary key (authority_id, run_id)
);
comment on table payroll.run is 'One payment of one employer; seq and state are a projection of its events';
comment on column payroll.run.only_employees is 'Whom an off-cycle run pays: what is due to them and not paid yet; null is everybody';
comment on column payroll.run.rules is 'Digest of the rule book that its payslips were calculated by';
comment on column payroll.run.done is 'Payslips that the calculation under way has made; with total its progress';
comment on column payroll.run.digest is 'Of every draft when it was checked: what is released must be exactly that';
create unique index run_regular on payroll.run (authority_id, earned_from) where kind = 'regular' and state <> 'cancelled';
create index run_latest on payroll.run (authority_id, payment_date desc, run_id);

create table payroll.run_event (
  authority_id integer not null,
  run_id uuid not null,
  seq integer not null check (seq >= 1),
  kind text not null check (kind ~ '^[a-z][a-z-]{1,30}$'),
  at timestamptz not null,
  by_party uuid,
  by_name text,
  basis jsonb not null,
  body jsonb not null,
  primary key (authority_id, run_id, seq),
  foreign key (authority_id, run_id) references payroll.run
);
comment on table payroll.run_event is 'What happened to a run and who did it; append-only, two who act at once meet at seq';
comment on column payroll.run_event.by_party is 'Null when the system did it';
create trigger append_only before update or delete on payroll.run_event
  for each statement execute function kernel.refuse_change();

create table payroll.line_shape (
  shape_id bigint primary key check (shape_id > 0),
  body jsonb not null
);
comment on table payroll.line_shape is 'What many payslip lines have in common: code, rule, rounding, parameters, facts, limit. No person, no amount';
comment on column payroll.line_shape.shape_id is 'From the SHA-256 of the body, so that every process gives it the same; 2^47 and up, larger than any amount';

create table payroll.draft (
  authority_id integer not null,
  run_id uuid not null,
  employee_id uuid not null,
  party_id uuid,
  facts_seq integer not null,
  rules text not null,
  held text,
  gross bigint not null,
  net bigint not null,
  cost bigint not null,
  totals bigint[] not null,
  lines bigint[] not null,
  primary key (authority_id, run_id, employee_id)
);
comment on table payroll.draft is 'A payslip of a run that is not released: calculated again when its facts or the rules have changed';
comment on column payroll.draft.facts_seq is 'The employee''s facts up to this number went in: with rules the fingerprint of its input';
comment on column payroll.draft.held is 'Why it is kept apart and not paid; null when it is paid';
comment on column payroll.draft.cost is 'What the payment costs the employer beside the gross';
comment on column payroll.draft.totals is 'Sums by group, in a fixed order, to compare months with';
comment on column payroll.draft.lines is 'Lines one after the other: a shape (line_shape), the amount, and what else the shape says follows';

create table payroll.payslip (
  authority_id integer not null,
  employee_id uuid not null,
  payment_date date not null,
  run_id uuid not null,
  earned_from date not null,
  earned_to date not null,
  party_id uuid,
  facts_seq integer not null,
  rules text not null,
  gross bigint not null,
  net bigint not null,
  cost bigint not null,
  totals bigint[] not null,
  lines bigint[] not null,
  released_at timestamptz not null,
  primary key (authority_id, employee_id, payment_date, run_id)
);
comment on table payroll.payslip is 'The ledger: what was paid and why, line by line. Append-only; a correction is a line of a later payslip';
create index payslip_run on payroll.payslip (authority_id, run_id, employee_id);
create index payslip_party on payroll.payslip (party_id, payment_date desc) where party_id is not null;
create trigger append_only before update or delete on payroll.payslip
  for each statement execute function kernel.refuse_change();

create table payroll.projection (
  authority_id integer not null,
  run_id uuid not null,
  kind text not null check (kind in ('payments', 'voucher', 'register')),
  rows integer not null,
  total bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  primary key (authority_id, run_id, kind)
);
comment on table payroll.projection is 'What was made of the ledger for others, by its hash: made again from the same payslips it is the same';

create table payroll.finding (
  authority_id integer not null,
  run_id uuid not null,
  employee_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,40}$'),
  risk smallint not null check (risk between 0 and 9),
  cause text,
  detail jsonb not null,
  digest text not null,
  primary key (authority_id, run_id, employee_id, kind)
);
comment on table payroll.finding is 'What the checks of a run found on a payslip; made again with it';
comment on column payroll.finding.risk is '9 stops the payment, 5 and up are exceptions, below are notices';
comment on column payroll.finding.cause is 'The fact that explains it, which closes it by itself; null is left to an officer';
comment on column payroll.finding.digest is 'Of the detail: an answer holds while this is the same';
create index finding_by_risk on payroll.finding (authority_id, run_id, risk desc, employee_id) where cause is null;

create table payroll.finding_answer (
  authority_id integer not null,
  run_id uuid not null,
  employee_id uuid not null,
  kind text not null,
  digest text not null,
  answer text not null check (answer in ('accepted', 'held')),
  note text not null check (length(note) <= 1000),
  at timestamptz not null,
  by_party uuid not null,
  by_name text not null,
  primary key (authority_id, run_id, employee_id, kind, digest, at)
);
comment on table payroll.finding_answer is 'What an officer said of a finding; append-only, the last one for its digest holds';
create trigger append_only before update or delete on payroll.finding_answer
  for each statement execute function kernel.refuse_change();

alter table payroll.run enable row level security;
alter table payroll.run_event enable row level security;
alter table payroll.line_shape enable row level security;
alter table payroll.draft enable row level security;
alter table payroll.payslip enable row level security;
alter table payroll.projection enable row level security;
alter table payroll.finding enable row level security;
alter table payroll.finding_answer enable row level security;
create policy official on payroll.run to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.run_event to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.draft to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.payslip to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy resident on payroll.payslip for select to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy official on payroll.projection to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.finding to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.finding_answer to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy everybody on payroll.line_shape for select using (true);
create policy made on payroll.line_shape for insert to worker with check (true);

grant select, insert on payroll.run, payroll.run_event to web_official, worker;
grant update (seq, state, rules, done, total, stop_asked, digest) on payroll.run to web_official, worker;
grant select on payroll.line_shape to web_official, web_resident, worker;
grant insert on payroll.line_shape to worker;
grant select on payroll.draft, payroll.finding to web_official;
grant update (held) on payroll.draft to web_official;
grant select, insert, update, delete on payroll.draft, payroll.finding to worker;
grant select on payroll.payslip to web_official, web_resident;
grant select, insert on payroll.payslip, payroll.projection to worker;
grant select on payroll.projection to web_official;
grant select, insert on payroll.finding_answer to web_official;
grant select on payroll.finding_answer to worker;
