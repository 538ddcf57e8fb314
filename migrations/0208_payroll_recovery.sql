create table payroll.recovery_request (
  authority_id integer not null references directory.authority,
  recovery_id uuid not null,
  employee_id uuid not null,
  claim_id uuid not null,
  body jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  request_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('proposed', 'refused', 'done')),
  primary key (authority_id, recovery_id)
);
comment on table payroll.recovery_request is 'What an employer has been asked to approve of an overpayment: a claim on one payment, or how it is paid back';
comment on column payroll.recovery_request.claim_id is 'The claim that it is of: its own id when it is the claim itself';
comment on column payroll.recovery_request.body is 'The claim with its lines and the plan, or the plan or receipt alone, and the decision that it stands on';
comment on column payroll.recovery_request.digest is 'SHA-256 of the canonical JSON of body: what is approved';
comment on column payroll.recovery_request.state is 'done: recorded as facts; refused: by an approver, by time, or since it is no longer what is due';
create unique index recovery_request_open on payroll.recovery_request (authority_id, employee_id) where state = 'proposed';

alter table payroll.recovery_request enable row level security;
create policy official on payroll.recovery_request to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on payroll.recovery_request to web_official;
grant select on payroll.recovery_request to worker;
grant update (state) on payroll.recovery_request to worker;
