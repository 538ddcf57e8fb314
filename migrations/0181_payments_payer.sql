create table payments.payer (
  authority_id integer primary key references directory.authority,
  scheme text not null check (scheme in ('sepa', 'sweden')),
  debtor jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  changer_name text not null
);
comment on table payments.payer is 'From which account an authority pays. It stands in each file, so whoever approves a pay-out approves it too';
comment on column payments.payer.debtor is 'Name, organisation number, own account and bank, as the bank knows them';

alter table payments.payer enable row level security;
create policy official on payments.payer to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on payments.payer to web_official, worker;
grant update (scheme, debtor, changed_at, changed_by, changer_name) on payments.payer to web_official, worker;
