create table identity.role_assignment (
  authority_id integer not null,
  assignment_id uuid not null,
  party_id uuid not null,
  role text not null check (role in ('case-officer', 'administrator', 'operator')),
  unit_id uuid,
  tasks text[] not null,
  rights text[] not null default '{}' check (rights <@ array['protected-identity']),
  agreement_id uuid,
  from_day date not null,
  to_day date check (to_day >= from_day),
  given_by uuid,
  given_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (authority_id, assignment_id),
  check (role <> 'case-officer' or cardinality(tasks) > 0),
  check (given_by is distinct from party_id),
  check (ended_at is not null or ended_by is null)
);
comment on table identity.role_assignment is 'A role in an authority''s service; reaches other authorities as far as the authority''s agreements do, and ends with them';
comment on column identity.role_assignment.authority_id is 'The employer';
comment on column identity.role_assignment.unit_id is 'The employer''s unit; null is the whole authority';
comment on column identity.role_assignment.agreement_id is 'Only for this agreement''s members; null is the employer itself and all its agreements';
comment on column identity.role_assignment.given_by is 'Another person; null when the operator''s command on the machine gave it';
create index role_assignment_party on identity.role_assignment (party_id) where ended_at is null;
alter table identity.role_assignment enable row level security;
create policy official on identity.role_assignment to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on identity.role_assignment to web_official, worker;
grant update (ended_by, ended_at) on identity.role_assignment to web_official, worker;

create function identity.grants_of(of_party uuid, today date) returns jsonb
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
    -- Whose rows the employer holds: its own, and those of all that it has succeeded.
    reach (assignment_id, authority_id) as (
      select h.assignment_id, h.authority_id from held h
      union
      select w.assignment_id, s.predecessor_id
      from reach w
      join directory.succession s
        on s.successor_id = w.authority_id and s.withdrawn_at is null and s.in_force_on <= today
    ),
    expanded as (
      select h.assignment_id, h.role, h.authority_id as employer_id, w.authority_id, h.unit_id, h.tasks, h.rights,
        null::uuid as agreement_id
      from held h join reach w on w.assignment_id = h.assignment_id
      where h.agreement_id is null
      union all
      select h.assignment_id, h.role, h.authority_id, m.authority_id, h.unit_id,
        array(select t from unnest(h.tasks) t where t = any (a.tasks)), h.rights, a.agreement_id
      from held h
      join reach w on w.assignment_id = h.assignment_id
      join directory.agreement a
        on a.provider_id = w.authority_id and a.tasks && h.tasks
        and a.from_day <= today and (a.to_day is null or a.to_day >= today)
        and (h.agreement_id is null or h.agreement_id = a.agreement_id)
      join directory.agreement_member m
        on m.agreement_id = a.agreement_id and m.authority_id <> a.provider_id
        and m.from_day <= today and (m.to_day is null or m.to_day >= today)
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', e.assignment_id, 'role', e.role, 'employer', e.employer_id, 'authority', e.authority_id, 'unit', e.unit_id,
        'tasks', to_jsonb(e.tasks), 'rights', to_jsonb(e.rights), 'agreement', e.agreement_id)
      order by e.authority_id, e.assignment_id), '[]'::jsonb)
    from expanded e
  );
end
$$;
comment on function identity.grants_of(uuid, date) is 'A person''s roles as grants, one for each authority that the employer and its agreements cover on that day';
revoke all on function identity.grants_of(uuid, date) from public;
