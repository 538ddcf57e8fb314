create function mandates.facts_at(authority integer, acting uuid, on_behalf uuid, moment timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  facts jsonb;
begin
  if (authority = any (current_setting('app.authorities')::int[])) is not true then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  facts := mandates.facts_of(acting, on_behalf, moment);
  return jsonb_set(facts, '{mandates}', (
    select coalesce(jsonb_agg(m), '[]') from jsonb_array_elements(facts -> 'mandates') m
    where coalesce((m -> 'reach' ->> 'authority')::int, authority) = authority
  ));
end
$$;
comment on function mandates.facts_at(integer, uuid, uuid, timestamptz) is 'As facts_of, of what concerns an authority of the scope alone: a mandate for something at another authority is not told of';
revoke all on function mandates.facts_at(integer, uuid, uuid, timestamptz) from public;
grant execute on function mandates.facts_at(integer, uuid, uuid, timestamptz) to web_official;

create function mandates.streams_at(authority integer, holder uuid, grantor uuid, of_mandate uuid, most integer)
  returns table (mandate_id uuid, parties uuid[], stream jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (authority = any (current_setting('app.authorities')::int[])) is not true then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  return query
    select m.mandate_id, m.parties, (
      select jsonb_agg(jsonb_build_object('seq', e.seq, 'at', e.at, 'body', e.body) order by e.seq)
      from mandates.event e where e.mandate_id = m.mandate_id
    )
    from mandates.mandate m
    where m.mandate_id in (
        select of_mandate where of_mandate is not null
        union all
        select p.mandate_id from mandates.mandate_party p
        where of_mandate is null
          and ((p.party_id = holder and p.role = 'holder') or (holder is null and p.party_id = grantor and p.role = 'grantor'))
      )
      and (grantor is null or grantor = any (m.grantors))
      and m.registered_at is not null
      and coalesce((m.reach ->> 'authority')::int, authority) = authority
    order by m.registered_at desc, m.mandate_id
    limit most;
end
$$;
comment on function mandates.streams_at(integer, uuid, uuid, uuid, integer) is 'Signed mandates that concern an authority of the scope, by whom they were given to or by, or by id; for the authority''s own systems';
revoke all on function mandates.streams_at(integer, uuid, uuid, uuid, integer) from public;
grant execute on function mandates.streams_at(integer, uuid, uuid, uuid, integer) to web_official;
