create function identity.reveal_number(
  about uuid, line uuid, at timestamptz, authority integer, actor_kind text, actor_party uuid, actor_name text,
  purpose text, basis jsonb, resource jsonb, request text
) returns table (country text, sealed text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if authority is null or not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  insert into kernel.audit_line (party_id, line_id, at, authority_id, actor_kind, actor_party, actor_name, action,
      purpose, basis, resource, request_id)
    values (about, line, at, authority, actor_kind, actor_party, actor_name, 'identity.reveal', purpose, basis, resource,
      request);
  return query select n.country, n.sealed from identity.identity_number n where n.party_id = about order by n.country;
end
$$;
comment on function identity.reveal_number(uuid, uuid, timestamptz, integer, text, uuid, text, text, jsonb, jsonb, text) is 'The only way to an identity number: it leaves the trace that the person reads in the same transaction';
revoke all on function identity.reveal_number(uuid, uuid, timestamptz, integer, text, uuid, text, text, jsonb, jsonb, text) from public;
grant execute on function identity.reveal_number(uuid, uuid, timestamptz, integer, text, uuid, text, text, jsonb, jsonb, text)
  to web_official, worker;
