create function identity.applicant(party uuid, out shown_name text, out is_protected boolean)
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  select case when p.is_protected then null else p.name end, p.is_protected
  into shown_name, is_protected
  from identity.party p
  where p.party_id = party
  for share;
  if not found then
    raise exception 'the party is outside the scope' using errcode = 'insufficient_privilege';
  end if;
end
$$;
comment on function identity.applicant(uuid) is 'Who applies, as a case may show them: a protected person has no name. Held until the transaction ends: what takes over a protection from a register waits for it, and is waited for. Fails on a party that the scope does not reach';
