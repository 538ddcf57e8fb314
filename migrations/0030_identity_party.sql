create schema identity;
comment on schema identity is 'Who people are: parties, their numbers and addresses, their sign-ins, and officials'' roles';
grant usage on schema identity to web_official, web_resident, worker;

create table identity.party (
  party_id uuid primary key,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  language text check (language in ('sv', 'fi', 'en')),
  is_protected boolean not null default false,
  created_at timestamptz not null
);
comment on table identity.party is 'A person or an organisation, as known inside; its id says nothing about who it is';
comment on column identity.party.name is 'As the e-ID or a register gave it last';
comment on column identity.party.language is 'As the e-ID said the first time, then as the person has chosen; null when neither has';
comment on column identity.party.is_protected is 'Skyddade personuppgifter: the name is shown only to officials with that right';
alter table identity.party enable row level security;
create policy resident on identity.party to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
grant select on identity.party to web_resident, worker;
grant update (language) on identity.party to web_resident;

create table identity.identity_number (
  party_id uuid not null references identity.party,
  country text not null check (country in ('SE', 'FI')),
  sealed text not null,
  primary key (party_id, country)
);
comment on table identity.identity_number is 'Identity numbers, sealed; read by identity.reveal_number only, which leaves a trace';
alter table identity.identity_number enable row level security;

create table identity.number_index (
  index bytea primary key check (length(index) = 32),
  party_id uuid not null
);
comment on table identity.number_index is 'Who has an identity number, by a keyed index that does not show it; asked at sign-in, before anybody is known';
create index number_index_party on identity.number_index (party_id);
alter table identity.number_index enable row level security;

create table identity.contact (
  party_id uuid not null,
  channel text not null check (channel in ('email')),
  address text,
  verified_at timestamptz,
  claim_id uuid,
  claimed_address text,
  claimed_until timestamptz,
  primary key (party_id, channel),
  check ((address is null) = (verified_at is null)),
  check ((claim_id is null) = (claimed_address is null) and (claim_id is null) = (claimed_until is null))
);
comment on table identity.contact is 'Where a person wants tips; addresses are sealed, and used when the person has followed a link sent there';
comment on column identity.contact.claimed_address is 'An address that waits for its link to be followed; the verified one is used until then';
alter table identity.contact enable row level security;
create policy resident on identity.contact to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
grant select, insert, update, delete on identity.contact to web_resident;
grant select on identity.contact to worker;
grant insert, update on identity.contact to worker;

create function identity.ensure_party(
  indexes bytea[], new_party uuid, of_kind text, of_country text, of_sealed text, of_name text, of_language text,
  at timestamptz
) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_party uuid;
begin
  select i.party_id into found_party from identity.number_index i where i.index = any (indexes) limit 1;
  if found_party is null then
    -- Of two first sign-ins at once, one makes the party and the other waits here and finds it.
    insert into identity.number_index (index, party_id) values (indexes[1], new_party) on conflict do nothing;
    if not found then
      select i.party_id into strict found_party from identity.number_index i where i.index = indexes[1];
    else
      insert into identity.party (party_id, kind, name, language, created_at)
        values (new_party, of_kind, of_name, of_language, at);
      insert into identity.identity_number (party_id, country, sealed) values (new_party, of_country, of_sealed);
      return new_party;
    end if;
  end if;
  -- A row of an older key is found by it, and gets the current key's index beside it.
  insert into identity.number_index (index, party_id) values (indexes[1], found_party) on conflict do nothing;
  update identity.party p set name = of_name where p.party_id = found_party and p.name <> of_name;
  return found_party;
end
$$;
comment on function identity.ensure_party(bytea[], uuid, text, text, text, text, text, timestamptz) is 'Whose number this is; made the first time. The indexes are those of each key, the current one first';
revoke all on function identity.ensure_party(bytea[], uuid, text, text, text, text, text, timestamptz) from public;
grant execute on function identity.ensure_party(bytea[], uuid, text, text, text, text, text, timestamptz)
  to web_resident, worker;

create function identity.set_protected(of_party uuid, protected boolean) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.party p set is_protected = protected where p.party_id = of_party
$$;
comment on function identity.set_protected(uuid, boolean) is 'Takes over from a population register whether a person''s data is protected';
revoke all on function identity.set_protected(uuid, boolean) from public;
grant execute on function identity.set_protected(uuid, boolean) to worker;

create function identity.names_of(parties uuid[]) returns table (party_id uuid, name text, is_protected boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.party_id, case when p.is_protected then null else p.name end, p.is_protected
  from identity.party p where p.party_id = any (parties)
$$;
comment on function identity.names_of(uuid[]) is 'Names for an official''s pages; a protected person has none here';
revoke all on function identity.names_of(uuid[]) from public;
grant execute on function identity.names_of(uuid[]) to web_official, worker;

create function identity.protected_name_of(of_party uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.name from identity.party p where p.party_id = of_party
$$;
comment on function identity.protected_name_of(uuid) is 'The name of a protected person, for an official whose right has just been asked';
revoke all on function identity.protected_name_of(uuid) from public;
grant execute on function identity.protected_name_of(uuid) to web_official, worker;
