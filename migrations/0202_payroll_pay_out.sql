create table payroll.pay_out (
  authority_id integer not null,
  run_id uuid not null,
  employee_id uuid not null,
  batch_id uuid not null,
  amount bigint not null check (amount > 0),
  made_at timestamptz not null,
  primary key (authority_id, run_id, employee_id)
);
comment on table payroll.pay_out is 'Which payslip of the ledger is paid by which pay-out batch: each once. Append-only';
comment on column payroll.pay_out.batch_id is 'In payments.batch; those who have no account to be paid to are in none yet';
create index pay_out_batch on payroll.pay_out (authority_id, batch_id);
create trigger append_only before update or delete on payroll.pay_out
  for each statement execute function kernel.refuse_change();

alter table payroll.pay_out enable row level security;
create policy official on payroll.pay_out to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on payroll.pay_out to web_official, worker;
