create schema mandates;
comment on schema mandates is 'Who may act for whom: powers of attorney (fullmakter), and the rights that registers know of';
grant usage on schema mandates to web_official, web_resident, worker;

create table mandates.mandate (
  mandate_id uuid primary key,
  seq smallint not null check (seq >= 1),
  parties uuid[] not null,
  grantors uuid[] not null,
  holders uuid[] not null,
  reach jsonb not null,
  level text not null check (level in ('active', 'passive')),
  may_pass_on boolean not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null check (valid_until > valid_from),
  registered_at timestamptz,
  ended_how text check (ended_how in ('revoked', 'given-back', 'declined', 'refused', 'replaced')),
  ended_at timestamptz check ((ended_at is null) = (ended_how is null)),
  suspended_why text,
  suspended_at timestamptz check ((suspended_at is null) = (suspended_why is null)),
  passed_on_from uuid,
  passed_on_by uuid check ((passed_on_by is null) = (passed_on_from is null)),
  evidence text,
  names jsonb not null
);
comment on table mandates.mandate is 'A power of attorney as it stands now. What happened stands in mandates.event; all but the days follows from it and stands here to be asked by every page';
comment on column mandates.mandate.seq is 'The number of the last event; two who act at once meet at it';
comment on column mandates.mandate.parties is 'Who may see it: grantors, holders, signers, and who passes it on';
comment on column mandates.mandate.holders is 'Those who have not declined or given it back';
comment on column mandates.mandate.reach is 'For what: src/kernel/authority.ts Reach';
comment on column mandates.mandate.valid_until is 'The first moment after it; always said, at most 25 years after the first';
comment on column mandates.mandate.registered_at is 'When all who must had signed';
comment on column mandates.mandate.passed_on_from is 'The mandate that a holder of it has passed on by this one';
comment on column mandates.mandate.evidence is 'The signature''s id, or the paper''s digest';
comment on column mandates.mandate.names is 'What each party is called in it: the other''s own word until they have accepted';

create table mandates.event (
  mandate_id uuid not null references mandates.mandate,
  seq smallint not null check (seq >= 1),
  kind text not null,
  at timestamptz not null,
  parties uuid[] not null,
  basis jsonb not null,
  body jsonb not null,
  primary key (mandate_id, seq)
);
comment on table mandates.event is 'What a mandate has gone through; append-only. Two who act at once meet at seq: one wins, the other is told';
comment on column mandates.event.basis is 'By which right it was done; for oneself, or for an organisation or a child';
comment on column mandates.event.body is 'src/modules/mandates/mandate.ts MandateEvent';
create trigger append_only before update or delete on mandates.event
  for each statement execute function kernel.refuse_change();

create table mandates.mandate_party (
  party_id uuid not null,
  mandate_id uuid not null,
  role text not null check (role in ('grantor', 'holder', 'signer', 'passer')),
  others uuid[] not null,
  standing text not null check (standing in ('unsigned', 'registered', 'over')),
  valid_until timestamptz not null,
  at timestamptz not null,
  primary key (party_id, mandate_id, role)
);
comment on table mandates.mandate_party is 'What each party finds in their own list; a projection, written in the transaction of the event';
comment on column mandates.mandate_party.others is 'For a holder the grantors, for the others the holders';
comment on column mandates.mandate_party.standing is 'Whether it waits, stands but for its days, or has been ended';
comment on column mandates.mandate_party.at is 'When something last happened';
create index mandate_party_latest on mandates.mandate_party (party_id, at desc, mandate_id desc);
create index mandate_party_holder on mandates.mandate_party (party_id) include (mandate_id, others) where role = 'holder';

create table mandates.register_right (
  party_id uuid not null,
  principal uuid not null,
  kind text not null check (kind in ('guardian', 'god-man', 'forvaltare', 'signatory')),
  reference text not null,
  principal_name text not null,
  alone boolean not null,
  duties text[],
  valid_from timestamptz not null,
  valid_until timestamptz,
  source text not null check (source in ('population', 'company', 'guardianship')),
  as_of timestamptz not null,
  is_stale boolean not null default false,
  primary key (party_id, principal, kind, reference)
);
comment on table mandates.register_right is 'What registers say that a person may do for others, as of when; a copy that is asked for again';
comment on column mandates.register_right.alone is 'False for who signs for an organisation together with others only';
comment on column mandates.register_right.duties is 'Of a god man or förvaltare: rights, property, person';
comment on column mandates.register_right.is_stale is 'The register did not answer when it was asked last';
create index register_right_of on mandates.register_right (principal);

create table mandates.party_state (
  party_id uuid not null,
  kind text not null check (kind in ('dead', 'dissolved', 'bankrupt', 'under-forvaltare')),
  since timestamptz not null,
  source text not null,
  as_of timestamptz not null,
  primary key (party_id, kind)
);
comment on table mandates.party_state is 'What a register says of a party that ends or suspends what others may do for them';

alter table mandates.mandate enable row level security;
alter table mandates.event enable row level security;
alter table mandates.mandate_party enable row level security;
alter table mandates.register_right enable row level security;
alter table mandates.party_state enable row level security;

create policy party on mandates.mandate to web_resident, worker
  using (parties && (select current_setting('app.parties')::uuid[])::uuid[]);
create policy party on mandates.event to web_resident, worker
  using (parties && (select current_setting('app.parties')::uuid[])::uuid[]);
create policy party on mandates.mandate_party to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy party on mandates.register_right to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy party on mandates.party_state to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));

grant select, insert on mandates.mandate, mandates.event, mandates.mandate_party to web_resident, worker;
grant update (seq, holders, registered_at, ended_how, ended_at, suspended_why, suspended_at, evidence, names)
  on mandates.mandate to web_resident, worker;
grant update (standing, at) on mandates.mandate_party to web_resident, worker;
grant select, insert, update, delete on mandates.register_right, mandates.party_state to web_resident, worker;

create function mandates.facts_of(acting uuid, on_behalf uuid, moment timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive held as (
    select m.*, 1 as link
    from mandates.mandate_party p join mandates.mandate m on m.mandate_id = p.mandate_id
    where p.party_id = acting and p.role = 'holder' and (on_behalf is null or on_behalf = any (p.others))
      and (m.ended_at is null or m.ended_at > moment - interval '90 days')
      and m.valid_until > moment - interval '90 days'
    union all
    select m.*, h.link + 1 from held h join mandates.mandate m on m.mandate_id = h.passed_on_from where h.link < 6
  ), rights as (
    select r.* from mandates.register_right r
    where r.party_id = acting and (on_behalf is null or r.principal = on_behalf)
  ), about as (
    select on_behalf as party_id where on_behalf is not null
    union select unnest(h.grantors) from held h where on_behalf is null
    union select r.principal from rights r where on_behalf is null
  )
  select jsonb_build_object(
    'mandates', (
      select coalesce(jsonb_agg(distinct jsonb_build_object(
        'id', h.mandate_id, 'grantors', h.grantors, 'holders', h.holders, 'reach', h.reach, 'level', h.level,
        'mayPassOn', h.may_pass_on,
        'from', floor(extract(epoch from h.valid_from) * 1000), 'until', floor(extract(epoch from h.valid_until) * 1000),
        'registeredAt', floor(extract(epoch from h.registered_at) * 1000),
        'ended', case when h.ended_how is not null then
          jsonb_build_object('how', h.ended_how, 'at', floor(extract(epoch from h.ended_at) * 1000)) end,
        'suspended', case when h.suspended_why is not null then
          jsonb_build_object('why', h.suspended_why, 'at', floor(extract(epoch from h.suspended_at) * 1000)) end,
        'passedOn', case when h.passed_on_from is not null then
          jsonb_build_object('from', h.passed_on_from, 'by', h.passed_on_by) end,
        'evidence', h.evidence, 'names', case when on_behalf is null then h.names end
      )), '[]') from held h),
    'rights', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', r.kind, 'id', r.reference, 'actor', r.party_id, 'principal', r.principal, 'alone', r.alone,
        'duties', r.duties, 'from', floor(extract(epoch from r.valid_from) * 1000),
        'until', floor(extract(epoch from r.valid_until) * 1000), 'source', r.source, 'isStale', r.is_stale,
        'name', r.principal_name
      )), '[]') from rights r),
    'states', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'party', s.party_id, 'kind', s.kind, 'since', floor(extract(epoch from s.since) * 1000), 'source', s.source
      )), '[]') from mandates.party_state s join about a on a.party_id = s.party_id),
    'kind', (select p.kind from identity.party p where p.party_id = on_behalf)
  )
$$;
comment on function mandates.facts_of(uuid, uuid, timestamptz) is 'What lets one party act for another, or (on_behalf null) for anybody: asked by every page of who acts for another, whose fence is the other''s alone';
revoke all on function mandates.facts_of(uuid, uuid, timestamptz) from public;
grant execute on function mandates.facts_of(uuid, uuid, timestamptz) to web_resident, worker;
