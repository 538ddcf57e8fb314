create schema signing;
comment on schema signing is 'What persons have been asked to sign with their e-ID, and the evidence that they did';
grant usage on schema signing to web_official, web_resident, worker;

create table signing.signing (
  signing_id uuid primary key,
  subject_kind text not null check (subject_kind ~ '^[a-z][a-z-]{0,39}$'),
  subject_id text not null check (length(subject_id) between 1 and 100),
  asked_for_by integer,
  document text not null check (length(document) between 2 and 200000),
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  signers jsonb not null,
  in_order boolean not null,
  deadline timestamptz not null,
  requested_by uuid,
  requested_at timestamptz not null,
  parties uuid[] not null,
  seq smallint not null check (seq >= 1),
  state text not null check (state in ('open', 'completed', 'refused', 'withdrawn', 'expired'))
);
comment on table signing.signing is 'A document that one or several persons are asked to sign; never changed but for seq and state';
comment on column signing.signing.subject_kind is 'What it is in the module that asks: mandate';
comment on column signing.signing.subject_id is 'Its id there';
comment on column signing.signing.asked_for_by is 'The authority that asks; null when a person does';
comment on column signing.signing.document is 'Title, plain words in each language and the machine''s content, as canonical JSON (RFC 8785): the very text that the digest is of';
comment on column signing.signing.signers is 'Who signs, for whom; their places are 1 and on';
comment on column signing.signing.requested_by is 'The person who asked and may withdraw; null when the system did';
comment on column signing.signing.parties is 'Who may see it: signers, those they sign for, and who asked';
comment on column signing.signing.seq is 'Of the last event';
comment on column signing.signing.state is 'Projection of the events; past its deadline it is over even while this says open';
create index signing_due on signing.signing (deadline) where state = 'open';
create index signing_subject on signing.signing (subject_kind, subject_id);

create table signing.event (
  signing_id uuid not null references signing.signing,
  seq smallint not null check (seq >= 1),
  kind text not null check (kind in ('requested', 'signed', 'refused', 'withdrawn', 'expired')),
  at timestamptz not null,
  by_party uuid,
  parties uuid[] not null,
  body jsonb not null,
  primary key (signing_id, seq)
);
comment on table signing.event is 'What happened to a signing; append-only. Two who act at once meet at seq';
comment on column signing.event.by_party is 'Who did it; null when the clock did';
comment on column signing.event.body is 'For a signature the signed statement (JWS) and the e-ID''s token, sealed since it holds the identity number; for a refusal the reason';
create trigger append_only before update or delete on signing.event
  for each statement execute function kernel.refuse_change();

create table signing.signer (
  party_id uuid not null,
  signing_id uuid not null,
  ball text not null check (ball in ('me', 'others', 'done')),
  deadline timestamptz not null,
  at timestamptz not null,
  primary key (party_id, signing_id)
);
comment on table signing.signer is 'What each party of a signing finds in their own list; a projection, written in the transaction of the event';
comment on column signing.signer.ball is 'Whose turn it is, seen from this party';
comment on column signing.signer.at is 'When something last happened';
create index signer_latest on signing.signer (party_id, at desc, signing_id desc);
create index signer_open on signing.signer (party_id, at desc, signing_id desc) where ball <> 'done';

create table signing.attempt (
  party_id uuid not null,
  state_hash bytea not null check (length(state_hash) = 32),
  signing_id uuid not null,
  session_id uuid not null,
  sealed text not null,
  expires_at timestamptz not null,
  primary key (party_id, state_hash)
);
comment on table signing.attempt is 'A signature that is under way at the e-ID: what its answer is held against, sealed; taken out once, by the session that began it';

create table signing.key (
  key_id text primary key check (key_id ~ '^[A-Za-z0-9_-]{1,64}$'),
  public_jwk jsonb not null,
  sealed text not null,
  made_at timestamptz not null,
  retired_at timestamptz
);
comment on table signing.key is 'The keys that the house signs with. Public halves stay published for ever, so that what was signed can be verified';
comment on column signing.key.sealed is 'The private half, sealed with DATA_KEY';
create unique index key_current on signing.key ((true)) where retired_at is null;

alter table signing.signing enable row level security;
alter table signing.event enable row level security;
alter table signing.signer enable row level security;
alter table signing.attempt enable row level security;
alter table signing.key enable row level security;

create policy party on signing.signing to web_resident, worker
  using (parties && (select current_setting('app.parties')::uuid[])::uuid[]);
create policy party on signing.event to web_resident, worker
  using (parties && (select current_setting('app.parties')::uuid[])::uuid[]);
create policy party on signing.signer to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy party on signing.attempt to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy published on signing.key for select using (true);

grant select, insert on signing.signing, signing.event, signing.signer to web_resident, worker;
grant update (seq, state) on signing.signing to web_resident, worker;
grant update (ball, at) on signing.signer to web_resident, worker;
grant select, insert, delete on signing.attempt to web_resident;
grant select on signing.key to web_official, web_resident, worker;

create function signing.names_in(of_signing uuid) returns table (party_id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from signing.signing s
    where s.signing_id = of_signing and s.parties && current_setting('app.parties')::uuid[]
  ) then
    raise exception 'the signing is outside the scope' using errcode = 'insufficient_privilege';
  end if;
  return query
    select p.party_id, case when p.is_protected then null else p.name end
    from signing.signing s
    join identity.party p on p.party_id = any (s.parties)
    where s.signing_id = of_signing;
end
$$;
comment on function signing.names_in(uuid) is 'What those who sign the same document are called to each other; none for a protected identity';
revoke all on function signing.names_in(uuid) from public;
grant execute on function signing.names_in(uuid) to web_resident, worker;

create function signing.due(at timestamptz, most integer) returns table (signing_id uuid, parties uuid[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.signing_id, s.parties from signing.signing s
  where s.state = 'open' and s.deadline <= at
  order by s.deadline
  limit most
$$;
comment on function signing.due(timestamptz, integer) is 'Signings of anybody whose deadline has passed; ids only';
revoke all on function signing.due(timestamptz, integer) from public;
grant execute on function signing.due(timestamptz, integer) to worker;

create function signing.forget_attempts(at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from signing.attempt a where a.expires_at <= at
$$;
comment on function signing.forget_attempts(timestamptz) is 'Deletes what nobody came back from the e-ID for';
revoke all on function signing.forget_attempts(timestamptz) from public;
grant execute on function signing.forget_attempts(timestamptz) to worker;
