-- Another register names people: whoever's identity is protected is not called what it calls them.
create function identity.protected_numbers(indexes bytea[]) returns table (index bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.index from identity.number_index i join identity.party p on p.party_id = i.party_id
  where i.index = any (indexes) and p.is_protected
$$;
comment on function identity.protected_numbers(bytea[]) is 'Which of the numbers that another register has named are of a protected identity, so that no name is shown';
revoke all on function identity.protected_numbers(bytea[]) from public;
grant execute on function identity.protected_numbers(bytea[]) to web_resident;
