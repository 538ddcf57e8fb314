create function cases.applicant_name(authority integer, of_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (authority = any (current_setting('app.authorities')::int[])) is not true then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  return (
    select p.name from cases."case" c join identity.party p on p.party_id = c.applicant
    where c.authority_id = authority and c.case_id = of_case
  );
end
$$;
comment on function cases.applicant_name(integer, uuid) is 'The name of who filed a case of an authority of the scope, also a protected one: for an official whose right to it has just been asked';
revoke all on function cases.applicant_name(integer, uuid) from public;
grant execute on function cases.applicant_name(integer, uuid) to web_official;
