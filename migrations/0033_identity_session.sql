create table identity.session (
  token_hash bytea primary key check (length(token_hash) = 32),
  session_id uuid not null unique,
  party_id uuid not null,
  assurance text not null check (assurance in ('low', 'substantial', 'high')),
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table identity.session is 'Who is signed in. The cookie holds the token; only its hash stands here. An ended session is deleted';
comment on column identity.session.last_seen_at is 'Written at most once a minute';
create index session_party on identity.session (party_id);
create index session_expires on identity.session (expires_at);
alter table identity.session enable row level security;

create table identity.sign_in_attempt (
  token_hash bytea primary key check (length(token_hash) = 32),
  sealed text not null,
  expires_at timestamptz not null
);
comment on table identity.sign_in_attempt is 'A sign-in that is under way at the e-ID: its state, nonce and verifier, sealed; taken out once';
create index sign_in_attempt_expires on identity.sign_in_attempt (expires_at);
alter table identity.sign_in_attempt enable row level security;

create function identity.begin_sign_in(hash bytea, of_sealed text, until timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into identity.sign_in_attempt (token_hash, sealed, expires_at) values (hash, of_sealed, until)
$$;
comment on function identity.begin_sign_in(bytea, text, timestamptz) is 'Keeps what the answer of the e-ID will be checked against';
revoke all on function identity.begin_sign_in(bytea, text, timestamptz) from public;
grant execute on function identity.begin_sign_in(bytea, text, timestamptz) to web_resident;

create function identity.take_sign_in(hash bytea, at timestamptz) returns text
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from identity.sign_in_attempt a where a.token_hash = hash
  returning case when a.expires_at > at then a.sealed end
$$;
comment on function identity.take_sign_in(bytea, timestamptz) is 'Hands it out once; null when it was taken, is too old or never was';
revoke all on function identity.take_sign_in(bytea, timestamptz) from public;
grant execute on function identity.take_sign_in(bytea, timestamptz) to web_resident;

create function identity.start_session(
  hash bytea, session uuid, of_party uuid, of_assurance text, of_device text, at timestamptz, until timestamptz,
  replaced bytea
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from identity.session s where s.token_hash = replaced;
  insert into identity.session (token_hash, session_id, party_id, assurance, device, created_at, last_seen_at, expires_at)
    values (hash, session, of_party, of_assurance, of_device, at, at, until);
end
$$;
comment on function identity.start_session(bytea, uuid, uuid, text, text, timestamptz, timestamptz, bytea) is 'A new token at each sign-in; the browser''s earlier session ends';
revoke all on function identity.start_session(bytea, uuid, uuid, text, text, timestamptz, timestamptz, bytea) from public;
grant execute on function identity.start_session(bytea, uuid, uuid, text, text, timestamptz, timestamptz, bytea)
  to web_resident;

create function identity.find_session(hash bytea, at timestamptz, idle interval, today date)
returns table (
  session_id uuid, party_id uuid, name text, assurance text, language text, last_seen_at timestamptz, grants jsonb
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select s.session_id, s.party_id, p.name, s.assurance, p.language, s.last_seen_at,
      identity.grants_of(s.party_id, today)
    from identity.session s join identity.party p on p.party_id = s.party_id
    where s.token_hash = hash and s.expires_at > at and s.last_seen_at > at - idle;
end
$$;
comment on function identity.find_session(bytea, timestamptz, interval, date) is 'Who has this token, with today''s grants; asked by every page';
revoke all on function identity.find_session(bytea, timestamptz, interval, date) from public;
grant execute on function identity.find_session(bytea, timestamptz, interval, date) to web_resident;

create function identity.touch_session(hash bytea, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.session s set last_seen_at = at where s.token_hash = hash and s.last_seen_at < at
$$;
comment on function identity.touch_session(bytea, timestamptz) is 'The session is in use';
revoke all on function identity.touch_session(bytea, timestamptz) from public;
grant execute on function identity.touch_session(bytea, timestamptz) to web_resident;

create function identity.end_session(hash bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from identity.session s where s.token_hash = hash
$$;
comment on function identity.end_session(bytea) is 'Signs out; whoever has the token may';
revoke all on function identity.end_session(bytea) from public;
grant execute on function identity.end_session(bytea) to web_resident;

create function identity.sessions_of(of_party uuid, at timestamptz, idle interval)
returns table (session_id uuid, assurance text, device text, created_at timestamptz, last_seen_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not of_party = any (current_setting('app.parties')::uuid[]) then
    raise exception 'the party is outside the scope' using errcode = 'insufficient_privilege';
  end if;
  return query
    select s.session_id, s.assurance, s.device, s.created_at, s.last_seen_at from identity.session s
    where s.party_id = of_party and s.expires_at > at and s.last_seen_at > at - idle
    order by s.last_seen_at desc;
end
$$;
comment on function identity.sessions_of(uuid, timestamptz, interval) is 'Where a person is signed in, shown to that person';
revoke all on function identity.sessions_of(uuid, timestamptz, interval) from public;
grant execute on function identity.sessions_of(uuid, timestamptz, interval) to web_resident;

create function identity.end_sessions_of(of_party uuid, session uuid, kept uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended integer;
begin
  if not of_party = any (current_setting('app.parties')::uuid[]) then
    raise exception 'the party is outside the scope' using errcode = 'insufficient_privilege';
  end if;
  delete from identity.session s
    where s.party_id = of_party and (session is null or s.session_id = session) and s.session_id is distinct from kept;
  get diagnostics ended = row_count;
  return ended;
end
$$;
comment on function identity.end_sessions_of(uuid, uuid, uuid) is 'Ends one of the person''s own sessions, or (session null) all but the kept one';
revoke all on function identity.end_sessions_of(uuid, uuid, uuid) from public;
grant execute on function identity.end_sessions_of(uuid, uuid, uuid) to web_resident;

create function identity.forget_expired(at timestamptz, idle interval) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from identity.session s where s.expires_at <= at or s.last_seen_at <= at - idle;
  delete from identity.sign_in_attempt a where a.expires_at <= at;
$$;
comment on function identity.forget_expired(timestamptz, interval) is 'Deletes sessions and sign-ins that are over';
revoke all on function identity.forget_expired(timestamptz, interval) from public;
grant execute on function identity.forget_expired(timestamptz, interval) to worker;
