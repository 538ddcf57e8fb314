create or replace function identity.grants_of(of_party uuid, today date) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from identity.role_assignment r where r.party_id = of_party and r.ended_at is null) then
    return '[]'::jsonb; -- most people
  end if;
  return (
    with recursive held as (
      select r.* from identity.role_assignment r
      where r.party_id = of_party and r.ended_at is null
        and r.from_day <= today and (r.to_day is null or r.to_day >= today)
    ),
    -- Whose rows an authority holds by succession, through any number of reforms; few, and most often none.
    line (holder_id, authority_id) as (
      select s.successor_id, s.predecessor_id from directory.succession s
      where s.withdrawn_at is null and s.in_force_on <= today
      union
      select l.holder_id, s.predecessor_id
      from line l
      join directory.succession s
        on s.successor_id = l.authority_id and s.withdrawn_at is null and s.in_force_on <= today
    ),
    -- The employer, and what it has succeeded.
    reach as (
      select h.assignment_id, h.authority_id from held h
      union
      select h.assignment_id, l.authority_id from held h join line l on l.holder_id = h.authority_id
    ),
    direct as (
      select h.assignment_id, h.role, h.authority_id as employer_id, w.authority_id, h.unit_id, h.tasks, h.rights,
        null::uuid as agreement_id
      from held h join reach w on w.assignment_id = h.assignment_id
      where h.agreement_id is null
    ),
    covered as (
      select h.assignment_id, h.role, h.authority_id as employer_id, m.authority_id, h.unit_id,
        array(select t from unnest(h.tasks) t where t = any (a.tasks)) as tasks, h.rights, a.agreement_id
      from held h
      join reach w on w.assignment_id = h.assignment_id
      join directory.agreement a
        on a.provider_id = w.authority_id and a.tasks && h.tasks
        and a.from_day <= today and (a.to_day is null or a.to_day >= today)
        and (h.agreement_id is null or h.agreement_id = a.agreement_id)
      join directory.agreement_member m
        on m.agreement_id = a.agreement_id and m.authority_id <> a.provider_id
        and m.from_day <= today and (m.to_day is null or m.to_day >= today)
    ),
    -- What is done for a member is done for what the member has succeeded; an agreement may name both, so each once.
    expanded as (
      select * from direct
      union all
      select * from covered
      union
      select c.assignment_id, c.role, c.employer_id, l.authority_id, c.unit_id, c.tasks, c.rights, c.agreement_id
      from covered c join line l on l.holder_id = c.authority_id
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', e.assignment_id, 'role', e.role, 'employer', e.employer_id, 'authority', e.authority_id, 'unit', e.unit_id,
        'tasks', to_jsonb(e.tasks), 'rights', to_jsonb(e.rights), 'agreement', e.agreement_id)
      order by e.authority_id, e.assignment_id), '[]'::jsonb)
    from expanded e
  );
end
$$;
comment on function identity.grants_of(uuid, date) is 'A person''s roles as grants, one for each authority that the employer, its agreements and the successions of both cover on that day';
