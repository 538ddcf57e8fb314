create table overview.source_answer (
  source_id text not null check (length(source_id) between 1 and 50),
  hour timestamptz not null,
  outcome text not null check (outcome in (
    'answered', 'partial', 'nothing', 'not-asked', 'not-allowed', 'resting', 'crowded',
    'down', 'slow', 'broken', 'unknown-type', 'about-another', 'contradictory', 'too-large'
  )),
  times integer not null check (times > 0),
  last_at timestamptz not null,
  primary key (source_id, hour, outcome)
);
comment on table overview.source_answer is 'How each source of cases has answered, counted by the hour; never about whom';
comment on column overview.source_answer.outcome is 'resting: not asked since its breaker is open; crowded: not asked since too many asked at once; the rest is what it said, or the fault';
alter table overview.source_answer enable row level security;

create function overview.note_answers(sources text[], outcomes text[], counts integer[], at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from overview.source_answer a where a.hour < at - interval '30 days';
  insert into overview.source_answer as a (source_id, hour, outcome, times, last_at)
    select n.source, date_trunc('hour', at, 'UTC'), n.outcome, n.times, at
    from unnest(sources, outcomes, counts) n(source, outcome, times)
    on conflict (source_id, hour, outcome) do update
      set times = a.times + excluded.times, last_at = greatest(a.last_at, excluded.last_at)
$$;
comment on function overview.note_answers(text[], text[], integer[], timestamptz) is 'Counts how sources have answered; not about whom. What is a month old is forgotten';
revoke all on function overview.note_answers(text[], text[], integer[], timestamptz) from public;
grant execute on function overview.note_answers(text[], text[], integer[], timestamptz) to worker;

create function overview.source_answers(since timestamptz)
returns table (source_id text, outcome text, times integer, last_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.source_id, a.outcome, (sum(a.times) filter (where a.hour >= since))::integer, max(a.last_at)
  from overview.source_answer a
  group by a.source_id, a.outcome
$$;
comment on function overview.source_answers(timestamptz) is 'How each source has answered since, and when it last did so in each way; counts and times only';
revoke all on function overview.source_answers(timestamptz) from public;
grant execute on function overview.source_answers(timestamptz) to web_official;
