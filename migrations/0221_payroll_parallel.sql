create table payroll.old_line (
  authority_id integer not null,
  month date not null check (extract(day from month) = 1),
  number text not null check (length(number) between 1 and 40),
  old_code text not null check (length(old_code) between 1 and 40),
  amount bigint not null,
  taken_at timestamptz not null,
  primary key (authority_id, month, number, old_code)
);
comment on table payroll.old_line is 'What the old system paid in a month, by its own codes: held beside ours while both run (parallellkörning)';
comment on column payroll.old_line.month is 'Its first day';
comment on column payroll.old_line.number is 'The employer''s own number of the employee';

create table payroll.code_map (
  authority_id integer not null,
  old_code text not null check (length(old_code) between 1 and 40),
  code text not null check (length(code) between 1 and 40),
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (authority_id, old_code)
);
comment on table payroll.code_map is 'Which of our codes an old system''s code is; "none" is what is not compared';

create table payroll.difference_answer (
  authority_id integer not null,
  month date not null,
  employee_id uuid not null,
  code text not null,
  old_amount bigint not null,
  new_amount bigint not null,
  class text not null check (class in ('old-wrong', 'new-wrong', 'accepted')),
  reason text not null check (length(reason) between 1 and 1000),
  at timestamptz not null,
  by_party uuid not null,
  by_name text not null,
  primary key (authority_id, month, employee_id, code, old_amount, new_amount, at)
);
comment on table payroll.difference_answer is 'What somebody has found a difference to be; append-only, the last holds while both amounts are the same';
create trigger append_only before update or delete on payroll.difference_answer
  for each statement execute function kernel.refuse_change();

create table payroll.go_live (
  authority_id integer primary key,
  signed_at timestamptz not null,
  by_party uuid not null,
  by_name text not null,
  reason text not null check (length(reason) between 1 and 1000)
);
comment on table payroll.go_live is 'Somebody of the employer has signed by name that pay may be paid from here without two months shown right';

alter table payroll.old_line enable row level security;
alter table payroll.code_map enable row level security;
alter table payroll.difference_answer enable row level security;
alter table payroll.go_live enable row level security;
create policy official on payroll.old_line to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.code_map to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.difference_answer to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payroll.go_live to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select on payroll.old_line to web_official;
grant select, insert, update on payroll.old_line to worker;
grant select, insert, update on payroll.code_map to web_official;
grant select on payroll.code_map to worker;
grant select, insert on payroll.difference_answer, payroll.go_live to web_official;
grant select on payroll.difference_answer, payroll.go_live to worker;
