create table exchange.subscriber (
  authority_id integer not null,
  subscriber_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  url text not null check (url ~ '^https?://' and length(url) <= 500),
  sealed_secret text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  added_at timestamptz not null,
  added_by uuid not null,
  added_by_name text not null,
  ended_at timestamptz,
  primary key (authority_id, subscriber_id)
);
comment on table exchange.subscriber is 'Another system that is told when something happens in an authority''s cases';
comment on column exchange.subscriber.sealed_secret is 'What each push to it is signed with, sealed; shown once to who added it';

create table exchange.push (
  authority_id integer not null,
  push_id uuid not null,
  subscriber_id uuid not null,
  kind text not null,
  subject uuid not null,
  seq integer not null,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'refused', 'later')),
  changed_at timestamptz not null,
  primary key (authority_id, push_id),
  foreign key (authority_id, subscriber_id) references exchange.subscriber
);
comment on table exchange.push is 'That a subscriber is to be told that something has happened; references only';
comment on column exchange.push.push_id is 'Follows from subscriber and event: the same event told twice has the same id';
comment on column exchange.push.subject is 'The case';
comment on column exchange.push.seq is 'Which act of it';
create index push_at on exchange.push (authority_id, subscriber_id, at desc, push_id);

create table exchange.push_attempt (
  authority_id integer not null,
  push_id uuid not null,
  number integer not null check (number >= 1),
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('delivered', 'refused', 'later')),
  detail text,
  primary key (authority_id, push_id, number),
  foreign key (authority_id, push_id) references exchange.push,
  check ((ended_at is null) = (outcome is null))
);
comment on table exchange.push_attempt is 'The ledger: an attempt is committed before it is made, its outcome after';
comment on column exchange.push_attempt.outcome is 'Null while under way, and for ever when the process was killed then';
comment on column exchange.push_attempt.detail is 'A code; never a text of theirs';

alter table exchange.subscriber enable row level security;
alter table exchange.push enable row level security;
alter table exchange.push_attempt enable row level security;
create policy official on exchange.subscriber to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on exchange.push to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on exchange.push_attempt to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on exchange.subscriber to web_official;
grant update (ended_at) on exchange.subscriber to web_official;
grant select on exchange.subscriber to worker;
grant select on exchange.push to web_official;
grant select, insert on exchange.push to worker;
grant update (state, changed_at) on exchange.push to web_official, worker;
grant select on exchange.push_attempt to web_official, worker;
grant insert on exchange.push_attempt to worker;
grant update (ended_at, outcome, detail) on exchange.push_attempt to worker;
