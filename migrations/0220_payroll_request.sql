create table payroll.request (
  authority_id integer not null,
  request_id uuid not null,
  employee_id uuid not null,
  party_id uuid not null,
  kind text not null check (kind in ('absence', 'time')),
  employment smallint,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  body jsonb not null,
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  reason text check (length(reason) <= 1000),
  primary key (authority_id, request_id),
  foreign key (authority_id, employee_id) references payroll.employee,
  check ((state = 'waiting') = (decided_at is null)),
  check ((state in ('approved', 'refused')) = (decided_by is not null))
);
comment on table payroll.request is 'Absence or hours as the employee says them; a fact of the payroll first when their manager has approved';
comment on column payroll.request.party_id is 'Whose it is: who asked and reads the answer';
comment on column payroll.request.body is 'What the fact will say, of the kind (payroll.fact.body)';
create index request_party on payroll.request (party_id, asked_at desc);
create index request_waiting on payroll.request (authority_id, asked_at) where state = 'waiting';

alter table payroll.request enable row level security;
create policy official on payroll.request to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy resident on payroll.request for select to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy resident_ask on payroll.request for insert to web_resident
  with check (authority_id = any ((select current_setting('app.authorities')::int[])::int[])
    and party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy resident_withdraw on payroll.request for update to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]))
  with check (state = 'withdrawn');
grant select, insert, update (state, decided_at) on payroll.request to web_resident;
grant select, update (state, decided_at, decided_by, decided_by_name, reason) on payroll.request to web_official;
grant select on payroll.request to worker;
