drop function cases.protect_applicant(uuid);

create function cases.follow_protection(of_party uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  person record;
  changed integer;
begin
  -- Held until the cases are written: of two changes told at once, or in the wrong order, the later one counts.
  select p.is_protected, p.name into person from identity.party p where p.party_id = of_party for share;
  if not found then
    return 0;
  end if;
  update cases."case" c
    set protected = person.is_protected, applicant_name = case when person.is_protected then null else person.name end
    from cases.case_party p
    where p.party_id = of_party and c.authority_id = p.authority_id and c.case_id = p.case_id
      and c.applicant = of_party and c.protected <> person.is_protected;
  get diagnostics changed = row_count;
  return changed;
end
$$;
comment on function cases.follow_protection(uuid) is 'Makes the cases that a person has filed, at whatever authority, as protected as the person is today; tells only how many changed';
revoke all on function cases.follow_protection(uuid) from public;
grant execute on function cases.follow_protection(uuid) to worker;

comment on column cases."case".applicant_name is 'As it was when filed, or when a protection was lifted; null for a protected identity, whose name only identity gives, to those with the right';
