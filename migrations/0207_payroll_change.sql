create table payroll.change (
  authority_id integer not null references directory.authority,
  change_id uuid not null,
  body jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  request_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('proposed', 'approved', 'refused', 'done')),
  primary key (authority_id, change_id)
);
comment on table payroll.change is 'A change of rule or agreement that an employer has been asked to approve, as it was shown with its effects';
comment on column payroll.change.body is 'The change and what it was shown to do: kind, figure, from, and per month who is touched and what it costs';
comment on column payroll.change.digest is 'SHA-256 of the canonical JSON of body: what is approved';
comment on column payroll.change.state is 'done: a raise has been recorded for everybody; approved for a figure of the rules: it goes into the rule book by its own review';

alter table payroll.change enable row level security;
create policy official on payroll.change to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on payroll.change to web_official;
grant select on payroll.change to worker;
grant update (state) on payroll.change to worker;
