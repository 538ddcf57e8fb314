create table overview.meaning (
  authority_id integer not null,
  source_id text not null check (length(source_id) between 1 and 50),
  kind text not null check (kind in ('status', 'type')),
  code text not null check (length(code) between 1 and 200),
  seq integer not null check (seq > 0),
  valid_from date not null,
  body jsonb,
  made_at timestamptz not null,
  made_by text not null check (length(made_by) <= 200),
  primary key (authority_id, source_id, kind, code, seq)
);
comment on table overview.meaning is 'What a code of another system''s means in our words, from a day on, as the administrator of the authority that keeps the source has said. Never changed: what is said later comes after';
comment on column overview.meaning.authority_id is 'Who keeps the source';
comment on column overview.meaning.body is 'The words in each language, and of a status how far the case has come and whose move it is; null: as the source itself says, again';
comment on column overview.meaning.made_by is 'The administrator''s name';
alter table overview.meaning enable row level security;
create policy everybody on overview.meaning for select using (true);
create policy official on overview.meaning for insert to web_official
  with check (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select on overview.meaning to web_official, web_resident, worker;
grant insert on overview.meaning to web_official;

create table overview.code_seen (
  authority_id integer not null,
  source_id text not null check (length(source_id) between 1 and 50),
  status_code text not null check (length(status_code) <= 200),
  type_code text not null check (length(type_code) <= 200),
  ball text not null check (ball in ('me', 'them', 'done')),
  words text not null check (length(words) <= 200),
  times integer not null check (times > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (authority_id, source_id, status_code, type_code, ball)
);
comment on table overview.code_seen is 'Which codes other systems answer with, counted; never about whom. For who says what they mean';
comment on column overview.code_seen.ball is 'Whose move it is, as the source itself says';
comment on column overview.code_seen.words is 'The source''s own words of the status, the last time';
alter table overview.code_seen enable row level security;
create policy official on overview.code_seen to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select on overview.code_seen to web_official, worker;
grant insert, update, delete on overview.code_seen to worker;

create function overview.unmapped_codes(on_day date)
returns table (source_id text, kind text, code text, times integer, last_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with seen as (
    select s.authority_id, s.source_id, k.kind, k.code, sum(s.times)::integer as times, max(s.last_at) as last_at
    from overview.code_seen s
    cross join lateral (values ('status', s.status_code), ('type', s.type_code)) k(kind, code)
    where k.code <> ''
    group by s.authority_id, s.source_id, k.kind, k.code
  )
  select s.source_id, s.kind, s.code, s.times, s.last_at from seen s
  where not exists (
    select from overview.meaning m
    where m.authority_id = s.authority_id and m.source_id = s.source_id and m.kind = s.kind and m.code = s.code
      and m.valid_from <= on_day)
  order by s.source_id, s.times desc, s.kind, s.code
  limit 200
$$;
comment on function overview.unmapped_codes(date) is 'Codes of other systems that nobody has said anything of, whoever keeps the source; counts and times only';
revoke all on function overview.unmapped_codes(date) from public;
grant execute on function overview.unmapped_codes(date) to web_official;
