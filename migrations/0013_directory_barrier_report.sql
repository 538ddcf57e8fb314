create table directory.barrier_report (
  authority_id integer not null references directory.authority,
  report_id uuid not null,
  at timestamptz not null,
  page text not null check (length(page) <= 500),
  body text not null check (length(body) between 1 and 4000),
  primary key (authority_id, report_id)
);
comment on table directory.barrier_report is 'What somebody could not use, as told on the accessibility statement; taken away when it is dealt with';
comment on column directory.barrier_report.body is 'Free text, which may say who wrote it: for the authority''s administrators only';
alter table directory.barrier_report enable row level security;
create policy official on directory.barrier_report to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
-- Anybody may tell any authority, signed in or not; nobody in the public rooms can read it.
create policy anybody_tells on directory.barrier_report for insert to web_resident with check (true);
grant insert on directory.barrier_report to web_resident;
grant select, delete on directory.barrier_report to web_official;
