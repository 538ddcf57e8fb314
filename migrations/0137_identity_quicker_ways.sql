-- Asked by every page. Most people hold no role and act for nobody: what would find that out is not called (75 of 260 µs).
create or replace function identity.find_session(hash bytea, at timestamptz, idle interval, today date)
returns table (
  session_id uuid, party_id uuid, name text, is_protected boolean, assurance text, language text,
  last_seen_at timestamptz, grants jsonb, acting_for uuid, acting_name text
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select s.session_id, s.party_id, p.name, p.is_protected, s.assurance, p.language, s.last_seen_at,
      case
        when exists (select from identity.role_assignment r where r.party_id = s.party_id and r.ended_at is null)
        then identity.grants_of(s.party_id, today)
        else '[]'::jsonb
      end,
      s.acting_for,
      case
        when s.acting_for is not null then (select a.name from identity.party a where a.party_id = s.acting_for)
      end
    from identity.session s join identity.party p on p.party_id = s.party_id
    where s.token_hash = hash and s.expires_at > at and s.last_seen_at > at - idle;
end
$$;

-- Both run with the caller's own rights and name all they use by schema: a search path set for each call and taken back
-- guards nothing here (40 µs a call).
alter function kernel.as_read(bigint) reset all;
alter function identity.applicant(uuid) reset all;
