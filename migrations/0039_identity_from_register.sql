create function identity.take_over_protection(
  of_party uuid, protected boolean, line uuid, at timestamptz, purpose text, request text
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update identity.party p set is_protected = protected where p.party_id = of_party and p.is_protected <> protected;
  if not found then
    return false;
  end if;
  insert into kernel.audit_line (party_id, line_id, at, authority_id, actor_kind, actor_party, actor_name, action,
      purpose, basis, resource, request_id)
    values (of_party, line, at, null, 'system', null, 'population register', 'register.read', purpose, '[]', '{}', request);
  return true;
end
$$;
comment on function identity.take_over_protection(uuid, boolean, uuid, timestamptz, text, text) is 'At sign-in: takes over what the population register has just said, and leaves the trace that the person reads; true when it was new';
revoke all on function identity.take_over_protection(uuid, boolean, uuid, timestamptz, text, text) from public;
grant execute on function identity.take_over_protection(uuid, boolean, uuid, timestamptz, text, text)
  to web_resident, worker;

create function identity.own_number(of_party uuid) returns table (country text, sealed text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if of_party is null or not of_party = any (current_setting('app.parties')::uuid[]) then
    raise exception 'the party is outside the scope' using errcode = 'insufficient_privilege';
  end if;
  return query select n.country, n.sealed from identity.identity_number n where n.party_id = of_party order by n.country;
end
$$;
comment on function identity.own_number(uuid) is 'The sealed number of a party of the scope, to ask a register about them with; never shown';
revoke all on function identity.own_number(uuid) from public;
grant execute on function identity.own_number(uuid) to web_resident, worker;
