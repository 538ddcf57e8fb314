create table identity.invitation (
  token_hash bytea primary key check (length(token_hash) = 32),
  invitation_id uuid not null unique,
  authority_id integer not null,
  role text not null check (role in ('case-officer', 'administrator', 'operator')),
  unit_id uuid,
  tasks text[] not null,
  rights text[] not null default '{}' check (rights <@ array['protected-identity']),
  note text not null,
  invited_by uuid,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid
);
comment on table identity.invitation is 'A role that waits for the person who has been sent its link; the link works once. Asked before it is known whose it is';
comment on column identity.invitation.note is 'For whom it is meant, in the inviter''s words; shown to administrators only';
comment on column identity.invitation.invited_by is 'Null when the operator''s command on the machine printed the link';
create index invitation_authority on identity.invitation (authority_id, invited_at) where used_at is null;
alter table identity.invitation enable row level security;

create function identity.add_invitation(
  hash bytea, invitation uuid, authority integer, of_role text, unit uuid, of_tasks text[], of_rights text[],
  of_note text, by uuid, at timestamptz, until timestamptz
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  insert into identity.invitation (token_hash, invitation_id, authority_id, role, unit_id, tasks, rights, note, invited_by,
      invited_at, expires_at)
    values (hash, invitation, authority, of_role, unit, of_tasks, of_rights, of_note, by, at, until);
end
$$;
comment on function identity.add_invitation(bytea, uuid, integer, text, uuid, text[], text[], text, uuid, timestamptz, timestamptz) is 'Keeps an invitation of one of the scope''s authorities';
revoke all on function identity.add_invitation(bytea, uuid, integer, text, uuid, text[], text[], text, uuid, timestamptz, timestamptz) from public;
grant execute on function identity.add_invitation(bytea, uuid, integer, text, uuid, text[], text[], text, uuid, timestamptz, timestamptz)
  to web_official, worker;

create function identity.open_invitations(authority integer, at timestamptz)
returns table (
  invitation_id uuid, role text, unit_id uuid, tasks text[], rights text[], note text, invited_at timestamptz,
  expires_at timestamptz
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  return query
    select i.invitation_id, i.role, i.unit_id, i.tasks, i.rights, i.note, i.invited_at, i.expires_at
    from identity.invitation i
    where i.authority_id = authority and i.used_at is null and i.expires_at > at
    order by i.invited_at desc
    limit 200;
end
$$;
comment on function identity.open_invitations(integer, timestamptz) is 'Invitations that nobody has used yet, of one of the scope''s authorities';
revoke all on function identity.open_invitations(integer, timestamptz) from public;
grant execute on function identity.open_invitations(integer, timestamptz) to web_official, worker;

create function identity.withdraw_invitation(authority integer, invitation uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  delete from identity.invitation i
    where i.authority_id = authority and i.invitation_id = invitation and i.used_at is null;
  return found;
end
$$;
comment on function identity.withdraw_invitation(integer, uuid) is 'Takes back an invitation that nobody has used';
revoke all on function identity.withdraw_invitation(integer, uuid) from public;
grant execute on function identity.withdraw_invitation(integer, uuid) to web_official;

create function identity.invitation_by_token(hash bytea)
returns table (
  authority_id integer, role text, tasks text[], rights text[], invited_by uuid, expires_at timestamptz, used_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.authority_id, i.role, i.tasks, i.rights, i.invited_by, i.expires_at, i.used_at
  from identity.invitation i where i.token_hash = hash
$$;
comment on function identity.invitation_by_token(bytea) is 'What a link invites to, for who has the link';
revoke all on function identity.invitation_by_token(bytea) from public;
grant execute on function identity.invitation_by_token(bytea) to web_resident;

create function identity.accept_invitation(hash bytea, of_party uuid, assignment uuid, at timestamptz, today date)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  taken identity.invitation;
begin
  if not of_party = any (current_setting('app.parties')::uuid[]) then
    raise exception 'the party is outside the scope' using errcode = 'insufficient_privilege';
  end if;
  update identity.invitation i set used_at = at, used_by = of_party
    where i.token_hash = hash and i.used_at is null and i.expires_at > at
    returning i.* into taken;
  if not found then
    return false; -- used meanwhile, or too old
  end if;
  insert into identity.role_assignment (authority_id, assignment_id, party_id, role, unit_id, tasks, rights, from_day,
      given_by, given_at)
    values (taken.authority_id, assignment, of_party, taken.role, taken.unit_id, taken.tasks, taken.rights, today,
      taken.invited_by, at);
  return true;
end
$$;
comment on function identity.accept_invitation(bytea, uuid, uuid, timestamptz, date) is 'Gives the invited role to who signed in and has the link, once';
revoke all on function identity.accept_invitation(bytea, uuid, uuid, timestamptz, date) from public;
grant execute on function identity.accept_invitation(bytea, uuid, uuid, timestamptz, date) to web_resident;
