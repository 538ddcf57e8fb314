alter table identity.invitation
  add column address text,
  add column language text check (language in ('sv', 'fi', 'en')),
  add check ((address is null) = (language is null));
comment on column identity.invitation.address is 'Where its link is sent, sealed; null when the link was shown instead, and when it is used or too old';

drop function identity.add_invitation(bytea, uuid, integer, text, uuid, text[], text[], text, uuid, timestamptz, timestamptz);
create function identity.add_invitation(
  hash bytea, invitation uuid, authority integer, of_role text, unit uuid, of_tasks text[], of_rights text[],
  of_note text, by uuid, at timestamptz, until timestamptz, sealed text, mail_language text
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  insert into identity.invitation (token_hash, invitation_id, authority_id, role, unit_id, tasks, rights, note, invited_by,
      invited_at, expires_at, address, language)
    values (hash, invitation, authority, of_role, unit, of_tasks, of_rights, of_note, by, at, until, sealed,
      mail_language)
    on conflict (invitation_id) do nothing;
  return found;
end
$$;
comment on function identity.add_invitation(bytea, uuid, integer, text, uuid, text[], text[], text, uuid, timestamptz, timestamptz, text, text) is 'Keeps an invitation of one of the scope''s authorities; false when it is there already';
revoke all on function identity.add_invitation(bytea, uuid, integer, text, uuid, text[], text[], text, uuid, timestamptz, timestamptz, text, text) from public;
grant execute on function identity.add_invitation(bytea, uuid, integer, text, uuid, text[], text[], text, uuid, timestamptz, timestamptz, text, text)
  to web_official, worker;

create function identity.invitation_to_send(authority integer, invitation uuid, at timestamptz)
returns table (
  token_hash bytea, role text, invited_by uuid, expires_at timestamptz, address text, language text
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  return query
    select i.token_hash, i.role, i.invited_by, i.expires_at, i.address, i.language
    from identity.invitation i
    where i.authority_id = authority and i.invitation_id = invitation and i.used_at is null and i.expires_at > at
      and i.address is not null;
end
$$;
comment on function identity.invitation_to_send(integer, uuid, timestamptz) is 'What the mail of an open invitation is made of, for the job of its authority';
revoke all on function identity.invitation_to_send(integer, uuid, timestamptz) from public;
grant execute on function identity.invitation_to_send(integer, uuid, timestamptz) to worker;

create or replace function identity.forget_expired(at timestamptz, idle interval) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from identity.session s where s.expires_at <= at or s.last_seen_at <= at - idle;
  delete from identity.sign_in_attempt a where a.expires_at <= at;
  update identity.invitation i set address = null, language = null
    where i.address is not null and (i.used_at is not null or i.expires_at <= at);
$$;
comment on function identity.forget_expired(timestamptz, interval) is 'Deletes sessions and sign-ins that are over, and the addresses of invitations that are used or too old';
