create schema notifications;
comment on schema notifications is 'Tips that something has come, to an address outside; knows no person and keeps no address';
grant usage on schema notifications to web_official, web_resident, worker;

create table notifications.tip (
  authority_id integer not null,
  tip_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('new-message', 'verify-address')),
  channel text not null check (channel in ('email')),
  language text not null check (language in ('sv', 'fi', 'en')),
  sender_name text not null,
  state text not null check (state in ('under-way', 'accepted', 'refused', 'later', 'unknown')),
  changed_at timestamptz not null,
  primary key (authority_id, tip_id)
);
comment on table notifications.tip is 'One tip to one address; neither the address nor what the tip is about stands here';
comment on column notifications.tip.tip_id is 'Follows from the event that it tells of, so that the same event makes one tip';
comment on column notifications.tip.state is 'Derived from the attempts, kept for the operator''s list';
create index tip_troubled on notifications.tip (changed_at desc, tip_id) where state <> 'accepted';

create table notifications.attempt (
  authority_id integer not null,
  tip_id uuid not null,
  number integer not null check (number >= 1),
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('accepted', 'refused', 'later', 'unknown')),
  detail text,
  primary key (authority_id, tip_id, number),
  foreign key (authority_id, tip_id) references notifications.tip,
  check ((ended_at is null) = (outcome is null))
);
comment on table notifications.attempt is 'The ledger of sending: an attempt is committed before it is made, its outcome after';
comment on column notifications.attempt.outcome is 'Null while under way, and for ever when the process was killed then: whether the tip was sent is not known';
comment on column notifications.attempt.detail is 'A code of the receiving server or of the connection; never an address or a text that may hold one';

alter table notifications.tip enable row level security;
alter table notifications.attempt enable row level security;
create policy official on notifications.tip to worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on notifications.attempt to worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on notifications.tip, notifications.attempt to worker;
grant update (state, changed_at) on notifications.tip to worker;
grant update (ended_at, outcome, detail) on notifications.attempt to worker;
