create schema base_registers;
comment on schema base_registers is 'What the population, company and guardianship registers have answered, and how they answer';
grant usage on schema base_registers to web_official, web_resident, worker;

create table base_registers.copy (
  question text not null check (question in ('person', 'organisation', 'organisations-of', 'guardianships-of')),
  index bytea not null check (length(index) = 32),
  sealed text not null,
  as_of timestamptz not null,
  fetched_at timestamptz not null,
  used_at timestamptz not null,
  primary key (question, index)
);
comment on table base_registers.copy is 'The last answer of a register that could be used, sealed; one for each question and number';
comment on column base_registers.copy.index is 'Whose it is, by a keyed index of the number that does not show it';
comment on column base_registers.copy.sealed is 'The number and the answer, an empty one too';
comment on column base_registers.copy.as_of is 'The moment that the register''s own data is of';
comment on column base_registers.copy.fetched_at is 'When the register was asked; the copy is fresh for some hours since';
comment on column base_registers.copy.used_at is 'When somebody last needed it, to the day; what nobody needs is not refreshed but erased';
create index copy_fetched on base_registers.copy (fetched_at);
create index copy_used on base_registers.copy (used_at);
alter table base_registers.copy enable row level security;

create table base_registers.asked (
  asked_id uuid primary key,
  question text not null check (question in ('person', 'organisation', 'organisations-of', 'guardianships-of')),
  at timestamptz not null,
  outcome text not null check (outcome in ('answered', 'nothing', 'not-allowed', 'failed')),
  fault text check (
    fault in ('down', 'slow', 'broken', 'unknown-type', 'about-another', 'contradictory', 'too-large')
  ),
  milliseconds integer not null check (milliseconds >= 0),
  purpose text not null,
  check ((outcome = 'failed') = (fault is not null))
);
comment on table base_registers.asked is 'Each time a register was asked: what for, how it went and how long it took; never about whom';
comment on column base_registers.asked.purpose is 'A text key (module.purpose)';
create index asked_at on base_registers.asked (at);
alter table base_registers.asked enable row level security;

create function base_registers.copy_of(of_question text, indexes bytea[])
returns table (sealed text, as_of timestamptz, fetched_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.sealed, c.as_of, c.fetched_at, c.used_at
  from base_registers.copy c
  where c.question = of_question and c.index = any (indexes)
  order by c.fetched_at desc limit 1
$$;
comment on function base_registers.copy_of(text, bytea[]) is 'What a register last said of a number; who has the number and the key finds it. The indexes are those of each key, the current one first';
revoke all on function base_registers.copy_of(text, bytea[]) from public;
grant execute on function base_registers.copy_of(text, bytea[]) to web_official, web_resident, worker;

create function base_registers.keep_copy(
  of_question text, indexes bytea[], new_sealed text, new_as_of timestamptz, at timestamptz, is_used boolean
) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from base_registers.copy c
    where c.question = of_question and c.index = any (indexes[2:]);
  insert into base_registers.copy as c (question, index, sealed, as_of, fetched_at, used_at)
    values (of_question, indexes[1], new_sealed, new_as_of, at, at)
    on conflict (question, index) do update
      set sealed = excluded.sealed, as_of = excluded.as_of, fetched_at = excluded.fetched_at,
        used_at = case when is_used then greatest(c.used_at, excluded.used_at) else c.used_at end
      where c.fetched_at <= excluded.fetched_at
$$;
comment on function base_registers.keep_copy(text, bytea[], text, timestamptz, timestamptz, boolean) is 'Keeps an answer in place of the one before, never in place of a later one';
revoke all on function base_registers.keep_copy(text, bytea[], text, timestamptz, timestamptz, boolean) from public;
grant execute on function base_registers.keep_copy(text, bytea[], text, timestamptz, timestamptz, boolean)
  to web_official, web_resident, worker;

create function base_registers.touch_copy(of_question text, indexes bytea[], at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update base_registers.copy c set used_at = at
    where c.question = of_question and c.index = any (indexes) and c.used_at < at
$$;
comment on function base_registers.touch_copy(text, bytea[], timestamptz) is 'That a copy is needed still';
revoke all on function base_registers.touch_copy(text, bytea[], timestamptz) from public;
grant execute on function base_registers.touch_copy(text, bytea[], timestamptz) to web_official, web_resident, worker;

create function base_registers.note_asked(
  id uuid, of_question text, at timestamptz, with_outcome text, with_fault text, took integer, with_purpose text
) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into base_registers.asked (asked_id, question, at, outcome, fault, milliseconds, purpose)
    values (id, of_question, at, with_outcome, with_fault, took, with_purpose)
$$;
comment on function base_registers.note_asked(uuid, text, timestamptz, text, text, integer, text) is 'How a register answered, for the operator; not about whom';
revoke all on function base_registers.note_asked(uuid, text, timestamptz, text, text, integer, text) from public;
grant execute on function base_registers.note_asked(uuid, text, timestamptz, text, text, integer, text)
  to web_official, web_resident, worker;

create function base_registers.copies_due(of_question text, fetched_before timestamptz, used_since timestamptz, most integer)
returns table (index bytea, sealed text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.index, c.sealed
  from base_registers.copy c
  where c.question = of_question and c.fetched_at < fetched_before and c.used_at >= used_since
  order by c.fetched_at limit least(most, 500)
$$;
comment on function base_registers.copies_due(text, timestamptz, timestamptz, integer) is 'Copies that somebody still needs and that are about to be old, for the job that asks anew';
revoke all on function base_registers.copies_due(text, timestamptz, timestamptz, integer) from public;
grant execute on function base_registers.copies_due(text, timestamptz, timestamptz, integer) to worker;

create function base_registers.erase_old(unused_since timestamptz, asked_before timestamptz, most integer) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with copies as (
    delete from base_registers.copy c using (
      select o.question, o.index from base_registers.copy o where o.used_at < unused_since
      order by o.used_at limit most for update skip locked
    ) old
    where c.question = old.question and c.index = old.index returning 1
  ), asked as (
    delete from base_registers.asked a using (
      select o.asked_id from base_registers.asked o where o.at < asked_before
      order by o.at limit most for update skip locked
    ) old
    where a.asked_id = old.asked_id returning 1
  )
  select greatest((select count(*) from copies), (select count(*) from asked))::integer
$$;
comment on function base_registers.erase_old(timestamptz, timestamptz, integer) is 'Erases copies that nobody has needed since and lines of asking from before; tells only how many of the one that was most';
revoke all on function base_registers.erase_old(timestamptz, timestamptz, integer) from public;
grant execute on function base_registers.erase_old(timestamptz, timestamptz, integer) to worker;

create function base_registers.states(since timestamptz)
returns table (
  question text, answered integer, nothing integer, not_allowed integer, faults jsonb, median_ms integer, slowest_ms integer,
  last_answer timestamptz, last_fault timestamptz, last_fault_kind text, copies integer, oldest_copy timestamptz,
  newest_copy timestamptz
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.question,
    coalesce(a.answered, 0), coalesce(a.nothing, 0), coalesce(a.not_allowed, 0), coalesce(f.faults, '{}'),
    a.median_ms, a.slowest_ms, a.last_answer, l.at, l.fault, c.copies, c.oldest, c.newest
  from unnest(array['person', 'organisation', 'organisations-of', 'guardianships-of']) with ordinality q(question, place)
  left join lateral (
    select (count(*) filter (where s.outcome = 'answered'))::integer as answered,
      (count(*) filter (where s.outcome = 'nothing'))::integer as nothing,
      (count(*) filter (where s.outcome = 'not-allowed'))::integer as not_allowed,
      (percentile_disc(0.5) within group (order by s.milliseconds))::integer as median_ms,
      max(s.milliseconds) as slowest_ms,
      max(s.at) filter (where s.outcome <> 'failed') as last_answer
    from base_registers.asked s where s.question = q.question and s.at >= since
  ) a on true
  left join lateral (
    select jsonb_object_agg(g.fault, g.times) as faults
    from (
      select s.fault, count(*) as times from base_registers.asked s
      where s.question = q.question and s.at >= since and s.fault is not null group by s.fault
    ) g
  ) f on true
  left join lateral (
    select s.at, s.fault from base_registers.asked s
    where s.question = q.question and s.at >= since and s.fault is not null order by s.at desc limit 1
  ) l on true
  left join lateral (
    select count(*)::integer as copies, min(k.as_of) as oldest, max(k.as_of) as newest
    from base_registers.copy k where k.question = q.question
  ) c on true
  order by q.place
$$;
comment on function base_registers.states(timestamptz) is 'How each register has answered since, and how old its copies are; counts and times only';
revoke all on function base_registers.states(timestamptz) from public;
grant execute on function base_registers.states(timestamptz) to web_official;
