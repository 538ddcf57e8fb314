create table kernel.machine_client (
  authority_id integer not null,
  client_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  key_hash bytea not null check (length(key_hash) = 32),
  rights text[] not null,
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null check (expires_at > made_at),
  ended_at timestamptz,
  primary key (authority_id, client_id)
);
comment on table kernel.machine_client is 'Another system that may ask one authority''s pages for machines, with a key of its own';
comment on column kernel.machine_client.key_hash is 'SHA-256 of the key, which is shown once and kept by nobody here';
comment on column kernel.machine_client.rights is 'What it may do, by name; reading never gives writing';
create index machine_client_key on kernel.machine_client (key_hash);
alter table kernel.machine_client enable row level security;
create policy official on kernel.machine_client to web_official
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on kernel.machine_client to web_official;
grant update (ended_at) on kernel.machine_client to web_official;

create function kernel.machine_client_by_key(hash bytea, at timestamptz)
  returns table (client_id uuid, authority_id integer, name text, rights text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.client_id, c.authority_id, c.name, c.rights from kernel.machine_client c
  where c.key_hash = hash and c.ended_at is null and c.expires_at > at
$$;
comment on function kernel.machine_client_by_key(bytea, timestamptz) is 'Whose key it is; asked before anybody is known, by who has the key';
revoke all on function kernel.machine_client_by_key(bytea, timestamptz) from public;
grant execute on function kernel.machine_client_by_key(bytea, timestamptz) to web_official;

create function identity.party_of_number(indexes bytea[]) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.party_id from identity.number_index i where i.index = any (indexes) limit 1
$$;
comment on function identity.party_of_number(bytea[]) is 'Whose number it is, for another system that has it already; makes nobody';
revoke all on function identity.party_of_number(bytea[]) from public;
grant execute on function identity.party_of_number(bytea[]) to web_official;
