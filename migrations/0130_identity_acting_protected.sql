-- Who acts for another is named to the other, in logs and on cases: a protected identity is not.
drop function identity.find_session(bytea, timestamptz, interval, date);
create function identity.find_session(hash bytea, at timestamptz, idle interval, today date)
returns table (
  session_id uuid, party_id uuid, name text, is_protected boolean, assurance text, language text,
  last_seen_at timestamptz, grants jsonb, acting_for uuid, acting_name text
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select s.session_id, s.party_id, p.name, p.is_protected, s.assurance, p.language, s.last_seen_at,
      identity.grants_of(s.party_id, today), s.acting_for, a.name
    from identity.session s join identity.party p on p.party_id = s.party_id
      left join identity.party a on a.party_id = s.acting_for
    where s.token_hash = hash and s.expires_at > at and s.last_seen_at > at - idle;
end
$$;
comment on function identity.find_session(bytea, timestamptz, interval, date) is 'Who has this token and in whose name they act, with today''s grants; asked by every page';
revoke all on function identity.find_session(bytea, timestamptz, interval, date) from public;
grant execute on function identity.find_session(bytea, timestamptz, interval, date) to web_resident;

-- A log is long, and what others have done in one's name is the few lines of it that are looked for.
create index audit_line_for_another on kernel.audit_line (party_id, line_id)
  where actor_kind = 'person' and actor_party <> party_id;
