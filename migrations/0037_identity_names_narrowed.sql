-- Whoever had a party's id was told the name, from any authority's scope. Now only the names of an authority's own office.
drop function identity.names_of(uuid[]);
drop function identity.protected_name_of(uuid);

create function identity.names_of(authority integer, parties uuid[])
returns table (party_id uuid, name text, is_protected boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (authority = any (current_setting('app.authorities')::int[])) is not true then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  return query
    select p.party_id, case when p.is_protected then null else p.name end, p.is_protected
    from identity.party p
    where p.party_id = any (parties) and (
      exists (select from identity.role_assignment r where r.authority_id = authority and r.party_id = p.party_id)
      or exists (select from identity.invitation i where i.authority_id = authority and i.invited_by = p.party_id)
    );
end
$$;
comment on function identity.names_of(integer, uuid[]) is 'Names of those who have or had an office at an authority of the scope, or invited somebody to one; a protected person has none here';
revoke all on function identity.names_of(integer, uuid[]) from public;
grant execute on function identity.names_of(integer, uuid[]) to web_official, worker;

create function identity.is_protected(of_party uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.is_protected from identity.party p where p.party_id = of_party
$$;
comment on function identity.is_protected(uuid) is 'Whether a party''s identity is protected, which decides who may see the number; null when there is no such party';
revoke all on function identity.is_protected(uuid) from public;
grant execute on function identity.is_protected(uuid) to web_official, worker;
