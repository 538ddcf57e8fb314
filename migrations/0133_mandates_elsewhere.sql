-- Mandates that are registered with others (Mina ombud, Suomi.fi-valtuudet): where to ask, never what was answered.
create table mandates.elsewhere (
  party_id uuid not null,
  principal uuid not null check (principal <> party_id),
  register text not null check (register in ('mina-ombud', 'suomi-fi')),
  authorities integer[] not null check (cardinality(authorities) between 1 and 1000),
  principal_name text,
  sealed text not null,
  first_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (party_id, principal, register)
);
comment on table mandates.elsewhere is 'That another register of mandates has said that a party may act for a principal. It gives no right: the register is asked anew for each request';
comment on column mandates.elsewhere.party_id is 'The holder';
comment on column mandates.elsewhere.authorities is 'Where it has been said to be for: they are what is asked about';
comment on column mandates.elsewhere.principal_name is 'As the register calls them';
comment on column mandates.elsewhere.sealed is 'Both numbers, to ask with: who acts for another stands behind the other''s fence alone';
comment on column mandates.elsewhere.seen_at is 'When the register last said so to somebody who looked for whom they may act; forgotten a year later';
create index elsewhere_principal on mandates.elsewhere (principal);
create index elsewhere_seen on mandates.elsewhere (seen_at);
alter table mandates.elsewhere enable row level security;
create policy party on mandates.elsewhere to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy over on mandates.elsewhere for select to web_resident
  using (principal = any ((select current_setting('app.parties')::uuid[])::uuid[]));
grant select, insert, update on mandates.elsewhere to web_resident;

create function mandates.forget_elsewhere(seen_before timestamptz) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from mandates.elsewhere e where e.seen_at < seen_before returning 1)
  select count(*)::integer from gone
$$;
comment on function mandates.forget_elsewhere(timestamptz) is 'Forgets whom other registers were asked about long ago';
revoke all on function mandates.forget_elsewhere(timestamptz) from public;
grant execute on function mandates.forget_elsewhere(timestamptz) to worker;

create or replace function mandates.facts_of(acting uuid, on_behalf uuid, moment timestamptz) returns jsonb
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
    select r.*, h.heard_at from mandates.register_right r
    join mandates.register_heard h on h.party_id = r.principal and h.about = 'represented' and h.source = r.source
    where r.party_id = acting and (on_behalf is null or r.principal = on_behalf)
  ), about as (
    select acting as party_id
    union select on_behalf where on_behalf is not null
    union select unnest(h.grantors) from held h where on_behalf is null
    union select r.principal from rights r where on_behalf is null
    union select e.principal from mandates.elsewhere e where on_behalf is null and e.party_id = acting
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
        'until', floor(extract(epoch from r.valid_until) * 1000), 'source', r.source, 'rests', r.rests,
        'checkedAt', floor(extract(epoch from r.heard_at) * 1000), 'evidence', r.evidence, 'name', r.principal_name,
        'together', r.together, 'asOf', floor(extract(epoch from r.as_of) * 1000)
      )), '[]') from rights r),
    'states', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'party', s.party_id, 'kind', s.kind, 'since', floor(extract(epoch from s.since) * 1000), 'source', s.source
      )), '[]') from mandates.party_state s join about a on a.party_id = s.party_id),
    'heard', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'source', h.source, 'askedAt', floor(extract(epoch from h.asked_at) * 1000),
        'heardAt', floor(extract(epoch from h.heard_at) * 1000), 'fault', h.fault
      )), '[]') from mandates.register_heard h
      where h.party_id = coalesce(on_behalf, acting)
        and h.about = case when on_behalf is null then 'representative' else 'represented' end),
    'elsewhere', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'register', e.register, 'principal', e.principal, 'kind', p.kind, 'authorities', e.authorities,
        'sealed', e.sealed, 'name', case when not p.is_protected then e.principal_name end
      ) order by e.principal, e.register), '[]')
      from mandates.elsewhere e join identity.party p on p.party_id = e.principal
      where e.party_id = acting and (on_behalf is null or e.principal = on_behalf)),
    'kind', (select p.kind from identity.party p where p.party_id = on_behalf)
  )
$$;

create or replace function mandates.principals_due(asked_before timestamptz, most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with watched as (
    select r.principal as party_id from mandates.register_right r where r.valid_until is null or r.valid_until > now()
    union
    select p.party_id from mandates.mandate_party p
      where p.role = 'grantor' and p.standing = 'registered' and p.valid_until > now()
    union
    select e.principal from mandates.elsewhere e
  )
  select w.party_id from watched w
  left join lateral (
    select max(h.asked_at) as asked_at from mandates.register_heard h
    where h.party_id = w.party_id and h.about = 'represented'
  ) l on true
  where l.asked_at is null or l.asked_at < asked_before
  order by l.asked_at nulls first limit least(most, 500)
$$;

alter table base_registers.asked drop constraint asked_fault_check;
alter table base_registers.asked add constraint asked_fault_check check (
  fault in (
    'down', 'slow', 'broken', 'unknown-type', 'about-another', 'contradictory', 'too-large', 'forged', 'outdated',
    'disagreeing'
  )
);
