create table directory.unit (
  authority_id integer not null references directory.authority,
  unit_id uuid not null,
  name text not null,
  tasks text[] not null check (cardinality(tasks) > 0),
  from_day date not null,
  to_day date check (to_day >= from_day),
  primary key (authority_id, unit_id)
);
comment on table directory.unit is 'A part of an authority that handles certain tasks, also for others by agreement';
comment on column directory.unit.to_day is 'The last day; null until further notice';

create table directory.agreement (
  agreement_id uuid primary key,
  provider_id integer not null references directory.authority,
  title text not null,
  tasks text[] not null check (cardinality(tasks) > 0),
  from_day date not null,
  to_day date check (to_day >= from_day),
  source text not null
);
comment on table directory.agreement is 'Dated: one authority does certain tasks for others. It carries their officials'' rights, which end with it';
comment on column directory.agreement.provider_id is 'Who does it';
comment on column directory.agreement.to_day is 'The last day; null until further notice';
comment on column directory.agreement.source is 'Where it is decided: the decision, the charter, or that it is made up for the demo';
create index agreement_provider on directory.agreement (provider_id);

create table directory.agreement_member (
  agreement_id uuid not null references directory.agreement,
  authority_id integer not null references directory.authority,
  from_day date not null,
  to_day date check (to_day >= from_day),
  primary key (agreement_id, authority_id, from_day)
);
comment on table directory.agreement_member is 'For whom, and since when; a member that leaves gets its last day, the agreement goes on';
create index agreement_member_authority on directory.agreement_member (authority_id, agreement_id);

create table directory.succession (
  succession_id uuid primary key,
  predecessor_id integer not null references directory.authority,
  successor_id integer not null references directory.authority check (successor_id <> predecessor_id),
  in_force_on date not null,
  announced_at timestamptz not null,
  withdrawn_at timestamptz,
  source text not null
);
comment on table directory.succession is 'From a day on one authority holds what another held: a merger is several rows to one, a division one to several. Rows keep their id; scopes expand';
comment on column directory.succession.withdrawn_at is 'Taken back, which is possible until the day it takes force';
create index succession_successor on directory.succession (successor_id);
create index succession_predecessor on directory.succession (predecessor_id);

alter table directory.unit enable row level security;
alter table directory.agreement enable row level security;
alter table directory.agreement_member enable row level security;
alter table directory.succession enable row level security;
create policy everybody on directory.unit for select using (true);
create policy everybody on directory.agreement for select using (true);
create policy everybody on directory.agreement_member for select using (true);
create policy everybody on directory.succession for select using (true);
create policy successor_announces on directory.succession for insert to web_official, worker
  with check (successor_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy successor_withdraws on directory.succession for update to web_official, worker
  using (successor_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select on directory.unit, directory.agreement, directory.agreement_member, directory.succession
  to web_official, web_resident, worker;
grant insert, update (withdrawn_at) on directory.succession to web_official, worker;
