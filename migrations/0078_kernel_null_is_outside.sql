-- `not null = any (…)` is neither true nor false, and an `if` goes past it: asked about no authority or no party, these
-- functions refused nothing. From here on what is not inside the scope is outside.
do $$
declare
  guarded regprocedure;
begin
  foreach guarded in array array[
    'directory.set_host_name(integer, text)',
    'notifications.ask_again(integer, uuid, uuid, text, timestamptz)',
    'identity.sessions_of(uuid, timestamptz, interval)',
    'identity.end_sessions_of(uuid, uuid, uuid)',
    'identity.add_invitation(bytea, uuid, integer, text, uuid, text[], text[], text, uuid, timestamptz, timestamptz, text, text)',
    'identity.open_invitations(integer, timestamptz)',
    'identity.withdraw_invitation(integer, uuid)',
    'identity.accept_invitation(bytea, uuid, uuid, timestamptz, date)',
    'identity.invitation_to_send(integer, uuid, timestamptz)',
    'cases.next_diary_ordinal(integer, integer)'
  ]::regprocedure[] loop
    execute regexp_replace(
      pg_get_functiondef(guarded),
      'if not (\w+ = any \(current_setting\([^)]+\)::\w+\[\]\)) then',
      'if (\1) is not true then'
    );
  end loop;
end
$$;
