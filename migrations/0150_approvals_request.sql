create schema approvals;
comment on schema approvals is 'What one official has proposed and others must approve, bound to a digest of exactly what it is';
grant usage on schema approvals to web_official, worker;

create table approvals.request (
  authority_id integer not null,
  request_id uuid not null,
  subject_kind text not null check (subject_kind ~ '^[a-z][a-z-]{0,39}$'),
  subject_id text not null check (length(subject_id) between 1 and 100),
  task text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  summary jsonb not null,
  href text check (href ~ '^/[^/]'),
  amount_minor bigint,
  currency text check (currency in ('SEK', 'EUR')),
  rule jsonb not null,
  proposed_by uuid not null,
  proposer_name text not null check (length(proposer_name) between 1 and 200),
  makers uuid[] not null,
  concerned uuid[] not null,
  proposed_at timestamptz not null,
  deadline timestamptz not null,
  seq smallint not null check (seq >= 0),
  state text not null check (state in ('open', 'approved', 'refused', 'voided', 'expired')),
  primary key (authority_id, request_id),
  check ((amount_minor is null) = (currency is null))
);
comment on table approvals.request is 'Something proposed, that others approve or refuse; never changed but for seq and state';
comment on column approvals.request.subject_kind is 'What it is in the module that asks: pay-out-batch, payment-account';
comment on column approvals.request.subject_id is 'Its id there';
comment on column approvals.request.digest is 'SHA-256 of the canonical JSON (RFC 8785) of exactly what is approved; asked about with another one, the approval does not stand';
comment on column approvals.request.summary is 'What it is in words, in each language: what, amount, facts. Nothing that only some officials of the task may see';
comment on column approvals.request.rule is 'How many pairs of eyes, and who the releasing one must be';
comment on column approvals.request.makers is 'Who has made it (calculated, typed): may not approve their own work';
comment on column approvals.request.concerned is 'Whose own matter it is: may not approve it';
comment on column approvals.request.seq is 'Of the last act';
comment on column approvals.request.state is 'Projection of the acts; past its deadline an open one is over even while this says open';
create unique index request_live on approvals.request (authority_id, subject_kind, subject_id) where state in ('open', 'approved');
create index request_open on approvals.request (authority_id, proposed_at desc) where state = 'open';
create index request_latest on approvals.request (authority_id, proposed_at desc, request_id desc);
create index request_due on approvals.request (deadline) where state = 'open';

create table approvals.vote (
  authority_id integer not null,
  request_id uuid not null,
  seq smallint not null check (seq >= 1),
  kind text not null check (kind in ('approved', 'refused', 'voided', 'expired')),
  at timestamptz not null,
  by_party uuid,
  by_name text,
  stands_in_for uuid,
  releasing boolean not null,
  reason text check (length(reason) <= 2000),
  basis jsonb not null,
  primary key (authority_id, request_id, seq),
  foreign key (authority_id, request_id) references approvals.request
);
comment on table approvals.vote is 'What happened to a request; append-only. Two who act at once meet at seq: one wins, the other is told';
comment on column approvals.vote.by_party is 'Who did it; null when the clock did, or a change of what was proposed';
comment on column approvals.vote.stands_in_for is 'The approver whose deputy this was';
comment on column approvals.vote.releasing is 'Whether the voter met what the request asks of the releasing pair of eyes: own official, named, within the amount';
create trigger append_only before update or delete on approvals.vote
  for each statement execute function kernel.refuse_change();

create table approvals.approver (
  authority_id integer not null,
  approver_id uuid not null,
  party_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  task text not null,
  limit_minor bigint check (limit_minor > 0),
  currency text check (currency in ('SEK', 'EUR')),
  deputy_for uuid,
  from_day date not null,
  to_day date,
  given_by uuid,
  given_at timestamptz not null,
  ended_at timestamptz,
  primary key (authority_id, approver_id),
  check ((limit_minor is null) = (currency is null)),
  check (to_day >= from_day),
  check (deputy_for is null or (to_day is not null and limit_minor is null and deputy_for <> party_id))
);
comment on table approvals.approver is 'Who may release what others have proposed (attestförteckning), by task, up to an amount, on which days';
comment on column approvals.approver.limit_minor is 'The largest amount, in minor units; null: any';
comment on column approvals.approver.deputy_for is 'Stands in for this approver, with their limit, on these days only';
comment on column approvals.approver.to_day is 'The last day; null: until further notice, which a deputy never is';
create index approver_current on approvals.approver (authority_id, task) where ended_at is null;

alter table approvals.request enable row level security;
alter table approvals.vote enable row level security;
alter table approvals.approver enable row level security;

create policy official on approvals.request to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on approvals.vote to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on approvals.approver to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));

grant select, insert on approvals.request, approvals.vote to web_official, worker;
grant update (seq, state) on approvals.request to web_official, worker;
grant select, insert on approvals.approver to web_official;
grant select on approvals.approver to worker;
grant update (ended_at) on approvals.approver to web_official;

create function approvals.due(at timestamptz, most integer) returns table (authority_id integer, request_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.authority_id, r.request_id from approvals.request r
  where r.state = 'open' and r.deadline <= at
  order by r.deadline
  limit most
$$;
comment on function approvals.due(timestamptz, integer) is 'Requests of any authority whose deadline has passed; ids only';
revoke all on function approvals.due(timestamptz, integer) from public;
grant execute on function approvals.due(timestamptz, integer) to worker;
