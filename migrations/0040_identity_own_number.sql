create function identity.is_number_of(of_party uuid, indexes bytea[]) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (of_party = any (current_setting('app.parties')::uuid[])) is not true then
    raise exception 'the party is outside the scope' using errcode = 'insufficient_privilege';
  end if;
  return exists (select from identity.number_index i where i.index = any (indexes) and i.party_id = of_party);
end
$$;
comment on function identity.is_number_of(uuid, bytea[]) is 'Whether a number that an e-ID has just given is this party''s own; makes nobody, tells nothing of others';
revoke all on function identity.is_number_of(uuid, bytea[]) from public;
grant execute on function identity.is_number_of(uuid, bytea[]) to web_resident;
