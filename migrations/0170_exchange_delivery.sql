create schema exchange;
comment on schema exchange is 'Files that leave the house and those who are sent them: each attempt, its receipt, and what they have';
grant usage on schema exchange to web_official, web_resident, worker;

create table exchange.destination (
  authority_id integer not null,
  destination_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('sftp')),
  host text not null,
  port integer not null check (port between 1 and 65535),
  username text not null,
  folder text not null,
  host_key text not null,
  public_key text not null,
  sealed_key text not null,
  collects boolean not null,
  added_at timestamptz not null,
  added_by uuid not null,
  added_by_name text not null,
  primary key (authority_id, destination_id)
);
comment on table exchange.destination is 'Who is sent files, and how they are reached';
comment on column exchange.destination.host_key is 'The fingerprint that their server must show, SHA256:…; another server is sent nothing';
comment on column exchange.destination.public_key is 'Ours for this destination, for them to let in';
comment on column exchange.destination.sealed_key is 'Our private key for this destination, sealed';
comment on column exchange.destination.collects is 'They take files away from the folder, so that one that is not there may have come';

create table exchange.delivery (
  authority_id integer not null,
  delivery_id uuid not null,
  destination_id uuid not null,
  name text not null check (name ~ '^[^/\\]{1,200}$' and name !~ '^[.]'),
  kind text not null,
  subject text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'refused', 'later', 'unknown')),
  again_after integer not null default 0 check (again_after >= 0),
  receipt jsonb,
  changed_at timestamptz not null,
  primary key (authority_id, delivery_id),
  unique (authority_id, destination_id, name),
  foreign key (authority_id, destination_id) references exchange.destination,
  check (state <> 'delivered' or receipt is not null)
);
comment on table exchange.delivery is 'A file that is to be somewhere else';
comment on column exchange.delivery.subject is 'What it is about, as the sender calls it; an id, nothing of a person';
comment on column exchange.delivery.again_after is 'The last attempt when it was asked for once more; 0 when it never was';
comment on column exchange.delivery.receipt is 'What they had when it was delivered: size, digest, when it was looked at';
create index delivery_at on exchange.delivery (authority_id, at desc, delivery_id);
create index delivery_sha256 on exchange.delivery (sha256);
create index delivery_troubled on exchange.delivery (changed_at desc, delivery_id) where state <> 'delivered';

create table exchange.attempt (
  authority_id integer not null,
  delivery_id uuid not null,
  number integer not null check (number >= 1),
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('delivered', 'refused', 'later', 'unknown')),
  detail text,
  primary key (authority_id, delivery_id, number),
  foreign key (authority_id, delivery_id) references exchange.delivery,
  check ((ended_at is null) = (outcome is null))
);
comment on table exchange.attempt is 'The ledger: an attempt is committed before it is made, its outcome after';
comment on column exchange.attempt.outcome is 'Null while under way, and for ever when the process was killed then';
comment on column exchange.attempt.detail is 'A code; never a text of theirs';

create table exchange.reconciliation (
  authority_id integer not null,
  destination_id uuid not null,
  at timestamptz not null,
  state text not null check (state in ('answered', 'failed')),
  agreed integer not null,
  differences jsonb not null,
  primary key (authority_id, destination_id, at),
  foreign key (authority_id, destination_id) references exchange.destination
);
comment on table exchange.reconciliation is 'What we think that they have against what they have, each time that it was looked at';

alter table exchange.destination enable row level security;
alter table exchange.delivery enable row level security;
alter table exchange.attempt enable row level security;
alter table exchange.reconciliation enable row level security;
create policy official on exchange.destination to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on exchange.delivery to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on exchange.attempt to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on exchange.reconciliation to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on exchange.destination to web_official;
grant select on exchange.destination to worker;
grant select, insert on exchange.delivery to web_official, worker;
grant update (state, again_after, changed_at) on exchange.delivery to web_official;
grant update (state, receipt, changed_at) on exchange.delivery to worker;
grant select on exchange.attempt to web_official, worker;
grant insert on exchange.attempt to worker;
grant update (ended_at, outcome, detail) on exchange.attempt to worker;
grant select on exchange.reconciliation to web_official;
grant select, insert on exchange.reconciliation to worker;

create function exchange.named_files(digests text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct d.sha256 from exchange.delivery d where d.sha256 = any (digests)
$$;
comment on function exchange.named_files(text[]) is 'Which of these contents a delivery names, whoever''s it is; says nothing else';
revoke all on function exchange.named_files(text[]) from public;
grant execute on function exchange.named_files(text[]) to worker;

create function exchange.troubled_deliveries(before timestamptz, most integer)
returns table (
  authority_id integer, delivery_id uuid, destination text, name text, kind text, state text, at timestamptz,
  changed_at timestamptz, attempts integer, detail text
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select d.authority_id, d.delivery_id, to_whom.name, d.name, d.kind, d.state, d.at, d.changed_at, a.attempts, a.detail
    from exchange.delivery d
    join exchange.destination to_whom
      on to_whom.authority_id = d.authority_id and to_whom.destination_id = d.destination_id
    cross join lateral (
      select count(*)::integer as attempts, (array_agg(n.detail order by n.number desc))[1] as detail
      from exchange.attempt n
      where n.authority_id = d.authority_id and n.delivery_id = d.delivery_id
    ) a
    where d.state <> 'delivered' and d.changed_at < before
    order by d.changed_at desc, d.delivery_id
    limit least(most, 200);
end
$$;
comment on function exchange.troubled_deliveries(timestamptz, integer) is 'Deliveries of all authorities that have not been delivered, newest first, for the operator''s page';
revoke all on function exchange.troubled_deliveries(timestamptz, integer) from public;
grant execute on function exchange.troubled_deliveries(timestamptz, integer) to web_official;
