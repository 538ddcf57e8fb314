alter table identity.session add column acting_for uuid;
comment on column identity.session.acting_for is 'In whose name this session acts; null is the person''s own. Whether it still may is asked by every page';

drop function identity.find_session(bytea, timestamptz, interval, date);
create function identity.find_session(hash bytea, at timestamptz, idle interval, today date)
returns table (
  session_id uuid, party_id uuid, name text, assurance text, language text, last_seen_at timestamptz, grants jsonb,
  acting_for uuid, acting_name text
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select s.session_id, s.party_id, p.name, s.assurance, p.language, s.last_seen_at,
      identity.grants_of(s.party_id, today), s.acting_for, a.name
    from identity.session s join identity.party p on p.party_id = s.party_id
      left join identity.party a on a.party_id = s.acting_for
    where s.token_hash = hash and s.expires_at > at and s.last_seen_at > at - idle;
end
$$;
comment on function identity.find_session(bytea, timestamptz, interval, date) is 'Who has this token and in whose name they act, with today''s grants; asked by every page';
revoke all on function identity.find_session(bytea, timestamptz, interval, date) from public;
grant execute on function identity.find_session(bytea, timestamptz, interval, date) to web_resident;

create function identity.act_for(of_party uuid, session uuid, principal uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if of_party is null or not of_party = any (current_setting('app.parties')::uuid[]) then
    raise exception 'the party is outside the scope' using errcode = 'insufficient_privilege';
  end if;
  update identity.session s set acting_for = nullif(principal, of_party)
    where s.session_id = session and s.party_id = of_party;
  return found;
end
$$;
comment on function identity.act_for(uuid, uuid, uuid) is 'From the next page on, a session of the person''s own acts in that name; whoever calls has asked whether it may';
revoke all on function identity.act_for(uuid, uuid, uuid) from public;
grant execute on function identity.act_for(uuid, uuid, uuid) to web_resident;

create function identity.party_by_number(
  indexes bytea[], new_party uuid, of_kind text, of_country text, of_sealed text, at timestamptz
) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_party uuid;
begin
  select i.party_id into found_party from identity.number_index i where i.index = any (indexes) limit 1;
  if found_party is not null then
    return found_party;
  end if;
  insert into identity.number_index (index, party_id) values (indexes[1], new_party) on conflict do nothing;
  if not found then
    select i.party_id into strict found_party from identity.number_index i where i.index = indexes[1];
    return found_party;
  end if;
  insert into identity.party (party_id, kind, name, language, created_at) values (new_party, of_kind, '', null, at);
  insert into identity.identity_number (party_id, country, sealed) values (new_party, of_country, of_sealed);
  return new_party;
end
$$;
comment on function identity.party_by_number(bytea[], uuid, text, text, text, timestamptz) is 'Whose number it is, for somebody who has typed it; made without a name the first time. Tells nothing but an id, the same for known and unknown';
revoke all on function identity.party_by_number(bytea[], uuid, text, text, text, timestamptz) from public;
grant execute on function identity.party_by_number(bytea[], uuid, text, text, text, timestamptz) to web_resident, worker;
