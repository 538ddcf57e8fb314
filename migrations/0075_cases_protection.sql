create function cases.protect_applicant(of_party uuid) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with newly as (
    update cases."case" c set protected = true, applicant_name = null
    from cases.case_party p
    where p.party_id = of_party and c.authority_id = p.authority_id and c.case_id = p.case_id
      and c.applicant = of_party and not c.protected
    returning 1
  )
  select count(*)::integer from newly
$$;
comment on function cases.protect_applicant(uuid) is 'Takes over that a person''s data is protected into the cases that they have filed before, at whatever authority; tells only how many';
revoke all on function cases.protect_applicant(uuid) from public;
grant execute on function cases.protect_applicant(uuid) to worker;
