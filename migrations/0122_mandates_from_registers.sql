-- What registers say of who may act for whom is kept by whom it is over: the whole of what one register said at once.
alter table mandates.register_right
  drop column is_stale,
  alter column principal_name drop not null,
  alter column valid_from drop not null,
  add column holder_name text,
  add column together text[] not null default '{}',
  add column rests text check (rests in ('protected', 'disagreeing')),
  add column evidence text not null default '';
alter table mandates.register_right alter column evidence drop default;
comment on column mandates.register_right.principal_name is 'As the register calls them; null for a protected identity';
comment on column mandates.register_right.holder_name is 'As the register calls them; null for a protected identity';
comment on column mandates.register_right.valid_from is 'Null when the register does not say';
comment on column mandates.register_right.together is 'Names of those with whom a signatory signs, when not alone';
comment on column mandates.register_right.rests is 'Why it may not be used although the register knows of it';
comment on column mandates.register_right.evidence is 'A keyed digest of what the register said: the same as long as it says the same';

create policy over on mandates.register_right for select to web_resident, worker
  using (principal = any ((select current_setting('app.parties')::uuid[])::uuid[]));

create table mandates.register_heard (
  party_id uuid not null,
  about text not null check (about in ('represented', 'representative')),
  source text not null check (source in ('population', 'company', 'guardianship')),
  asked_at timestamptz not null,
  heard_at timestamptz,
  as_of timestamptz,
  fault text,
  primary key (party_id, about, source)
);
comment on table mandates.register_heard is 'When a register was last asked who may act for a party, or for whom the party may act, and when it last answered: an empty answer is not one that never came';
comment on column mandates.register_heard.heard_at is 'When it last gave an answer that could be used; null when it never has';
comment on column mandates.register_heard.as_of is 'The moment that the register said that its data was of';
comment on column mandates.register_heard.fault is 'How the last asking failed; null when it did not';
create index register_heard_asked on mandates.register_heard (asked_at) where about = 'represented';
alter table mandates.register_heard enable row level security;
create policy party on mandates.register_heard for select to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
grant select on mandates.register_heard to web_resident, worker;

revoke insert, update, delete on mandates.register_right, mandates.party_state from web_resident, worker;

create function mandates.keep_heard(heard jsonb) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
  touched integer;
  changed uuid[] := '{}';
begin
  if heard is null then
    raise exception 'nobody is asked about' using errcode = 'insufficient_privilege';
  end if;
  for one in
    select * from jsonb_to_recordset(heard) as h(
      party uuid, about text, source text, asked_at timestamptz, heard_at timestamptz, as_of timestamptz, fault text,
      rights jsonb, states jsonb
    ) order by h.party, h.about, h.source
  loop
    if one.party is null or not one.party = any (current_setting('app.parties')::uuid[]) then
      raise exception 'the party is outside the scope' using errcode = 'insufficient_privilege';
    end if;
    insert into mandates.register_heard as r (party_id, about, source, asked_at, heard_at, as_of, fault)
      values (one.party, one.about, one.source, one.asked_at, one.heard_at, one.as_of, one.fault)
      on conflict (party_id, about, source) do update
        set asked_at = excluded.asked_at, heard_at = coalesce(excluded.heard_at, r.heard_at),
          as_of = coalesce(excluded.as_of, r.as_of), fault = excluded.fault
        where r.asked_at <= excluded.asked_at;
    -- A later answer is there already, or this one said nothing.
    if not found or one.heard_at is null or one.about <> 'represented' then
      continue;
    end if;
    delete from mandates.register_right r where r.principal = one.party and r.source = one.source;
    insert into mandates.register_right (party_id, principal, kind, reference, principal_name, holder_name, alone,
        together, duties, valid_from, valid_until, source, as_of, rests, evidence)
      select n.holder, one.party, n.kind, n.reference, n.principal_name, n.holder_name, n.alone, n.together, n.duties,
        n.valid_from, n.valid_until, one.source, one.as_of, n.rests, n.evidence
      from jsonb_to_recordset(one.rights) as n(
        holder uuid, kind text, reference text, principal_name text, holder_name text, alone boolean, together text[],
        duties text[], valid_from timestamptz, valid_until timestamptz, rests text, evidence text
      );
    with said as (
      select s.kind, s.since from jsonb_to_recordset(one.states) as s(kind text, since timestamptz)
    ), over as (
      delete from mandates.party_state p
        where p.party_id = one.party and p.source = one.source and p.kind not in (select s.kind from said s) returning 1
    ), begun as (
      insert into mandates.party_state as p (party_id, kind, since, source, as_of)
        select one.party, s.kind, s.since, one.source, one.as_of from said s
        on conflict (party_id, kind) do nothing returning 1
    )
    select (select count(*) from over) + (select count(*) from begun) into touched;
    if touched > 0 then
      changed := changed || one.party;
    end if;
  end loop;
  return changed;
end
$$;
comment on function mandates.keep_heard(jsonb) is 'Keeps what registers have just said of who may act for parties of the scope, in place of what the same register said before, never in place of a later answer. An asking that failed changes only when it was asked. Tells whose state is new';
revoke all on function mandates.keep_heard(jsonb) from public;
grant execute on function mandates.keep_heard(jsonb) to web_resident, worker;

create function mandates.principals_due(asked_before timestamptz, most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with watched as (
    select r.principal as party_id from mandates.register_right r where r.valid_until is null or r.valid_until > now()
    union
    select p.party_id from mandates.mandate_party p
      where p.role = 'grantor' and p.standing = 'registered' and p.valid_until > now()
  )
  select w.party_id from watched w
  left join lateral (
    select max(h.asked_at) as asked_at from mandates.register_heard h
    where h.party_id = w.party_id and h.about = 'represented'
  ) l on true
  where l.asked_at is null or l.asked_at < asked_before
  order by l.asked_at nulls first limit least(most, 500)
$$;
comment on function mandates.principals_due(timestamptz, integer) is 'Parties for whom somebody may act and of whom registers have not been asked for long, for the job that asks; ids only';
revoke all on function mandates.principals_due(timestamptz, integer) from public;
grant execute on function mandates.principals_due(timestamptz, integer) to worker;

create function identity.parties_of_numbers(indexes bytea[]) returns table (index bytea, party_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.index, i.party_id from identity.number_index i where i.index = any (indexes)
$$;
comment on function identity.parties_of_numbers(bytea[]) is 'Who has which of the numbers that a register has named; makes nobody, tells nothing of numbers that nobody here has';
revoke all on function identity.parties_of_numbers(bytea[]) from public;
grant execute on function identity.parties_of_numbers(bytea[]) to web_resident, worker;

drop function mandates.facts_of(uuid, uuid, timestamptz);
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
    select r.*, h.heard_at from mandates.register_right r
    join mandates.register_heard h on h.party_id = r.principal and h.about = 'represented' and h.source = r.source
    where r.party_id = acting and (on_behalf is null or r.principal = on_behalf)
  ), about as (
    select acting as party_id
    union select on_behalf where on_behalf is not null
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
    'kind', (select p.kind from identity.party p where p.party_id = on_behalf)
  )
$$;
comment on function mandates.facts_of(uuid, uuid, timestamptz) is 'What lets one party act for another, or (on_behalf null) for anybody, and when registers were asked: asked by every page of who acts for another, whose fence is the other''s alone';
revoke all on function mandates.facts_of(uuid, uuid, timestamptz) from public;
grant execute on function mandates.facts_of(uuid, uuid, timestamptz) to web_resident, worker;
