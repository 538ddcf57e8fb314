create table overview.calendar_feed (
  party_id uuid primary key,
  token_hash bytea not null check (length(token_hash) = 32),
  language text not null check (language in ('sv', 'fi', 'en')),
  made_at timestamptz not null,
  read_at timestamptz
);
comment on table overview.calendar_feed is 'The secret address by which a person''s own calendar fetches days to act; one at a time, and none when it is ended';
comment on column overview.calendar_feed.token_hash is 'Of the secret in the address, which is shown once and kept nowhere';
comment on column overview.calendar_feed.language is 'In which it is written: a calendar tells no language';
comment on column overview.calendar_feed.read_at is 'When a calendar last fetched it; null until then';
create index calendar_feed_token on overview.calendar_feed (token_hash);
alter table overview.calendar_feed enable row level security;
create policy resident on overview.calendar_feed to web_resident
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
grant select, insert, delete on overview.calendar_feed to web_resident;
grant update (token_hash, language, made_at, read_at) on overview.calendar_feed to web_resident;

create function overview.feed_by_token(hash bytea) returns table (party_id uuid, language text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.party_id, f.language from overview.calendar_feed f where f.token_hash = hash
$$;
comment on function overview.feed_by_token(bytea) is 'Whose calendar an address is, for who has its secret';
revoke all on function overview.feed_by_token(bytea) from public;
grant execute on function overview.feed_by_token(bytea) to web_resident;
