create function identity.follow_register(
  indexes bytea[], protected boolean, line uuid, at timestamptz, purpose text, request text
) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_party uuid;
begin
  select i.party_id into found_party from identity.number_index i where i.index = any (indexes) limit 1;
  if found_party is null or not identity.take_over_protection(found_party, protected, line, at, purpose, request) then
    return null;
  end if;
  return found_party;
end
$$;
comment on function identity.follow_register(bytea[], boolean, uuid, timestamptz, text, text) is 'What a register said when a job asked it anew, of whoever has the number; the party when their protection is new or over, else null';
revoke all on function identity.follow_register(bytea[], boolean, uuid, timestamptz, text, text) from public;
grant execute on function identity.follow_register(bytea[], boolean, uuid, timestamptz, text, text) to worker;
