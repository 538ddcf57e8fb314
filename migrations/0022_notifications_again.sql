alter table notifications.tip
  add column event jsonb,
  add column again_after integer not null default 0 check (again_after >= 0),
  drop constraint tip_kind_check,
  add constraint tip_kind_check check (kind in ('new-message', 'verify-address', 'invitation')),
  drop constraint tip_state_check,
  add constraint tip_state_check check (state in ('under-way', 'accepted', 'refused', 'later', 'unknown', 'lapsed'));
comment on column notifications.tip.event is 'The event that it tells of (kind, fence and ids, no address), so that it can be sent once more';
comment on column notifications.tip.again_after is 'The last attempt when an operator asked for one more; 0 when nobody has';
comment on column notifications.tip.state is 'Derived from the attempts, kept for the operator''s list; lapsed: when it was to be sent once more there was nothing to send any longer';
create index tip_changed on notifications.tip (changed_at);

create table notifications.again (
  authority_id integer not null,
  tip_id uuid not null,
  after_number integer not null check (after_number >= 0),
  at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  primary key (authority_id, tip_id, after_number),
  foreign key (authority_id, tip_id) references notifications.tip on delete cascade
);
comment on table notifications.again is 'Which operator asked for one more attempt, when, after which attempt; written with the asking only';
alter table notifications.again enable row level security;
create policy official on notifications.again to worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));

create function notifications.ask_again(authority integer, tip uuid, asker uuid, asker_name text, asked_at timestamptz)
returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  told jsonb;
  last integer;
begin
  if not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  update notifications.tip t
    set state = 'under-way', changed_at = asked_at,
      again_after = (
        select coalesce(max(a.number), 0) from notifications.attempt a
        where a.authority_id = t.authority_id and a.tip_id = t.tip_id
      )
    where t.authority_id = authority and t.tip_id = tip and t.state in ('refused', 'unknown') and t.event is not null
    returning t.event, t.again_after into told, last;
  if not found then
    return null; -- accepted or asked for meanwhile
  end if;
  insert into notifications.again (authority_id, tip_id, after_number, at, asked_by, asked_by_name)
    values (authority, tip, last, asked_at, asker, asker_name);
  return told;
end
$$;
comment on function notifications.ask_again(integer, uuid, uuid, text, timestamptz) is 'Allows a refused or unknown tip one more attempt, notes who asked, and gives the event that it tells of';
revoke all on function notifications.ask_again(integer, uuid, uuid, text, timestamptz) from public;
grant execute on function notifications.ask_again(integer, uuid, uuid, text, timestamptz) to web_official;

drop function notifications.troubled_tips(timestamptz, integer);
create function notifications.troubled_tips(before timestamptz, most integer)
returns table (
  authority_id integer, tip_id uuid, at timestamptz, kind text, channel text, sender_name text, state text,
  changed_at timestamptz, can_again boolean, attempts jsonb, asked jsonb
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select t.authority_id, t.tip_id, t.at, t.kind, t.channel, t.sender_name, t.state, t.changed_at,
      t.event is not null and t.state in ('refused', 'unknown'),
      (
        select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'at', n.started_at, 'outcome', n.outcome,
          'detail', n.detail) order by n.number), '[]')
        from notifications.attempt n
        where n.authority_id = t.authority_id and n.tip_id = t.tip_id
      ),
      (
        select coalesce(jsonb_agg(jsonb_build_object('after', g.after_number, 'at', g.at, 'by', g.asked_by_name)
          order by g.after_number), '[]')
        from notifications.again g
        where g.authority_id = t.authority_id and g.tip_id = t.tip_id
      )
    from notifications.tip t
    where t.state <> 'accepted' and t.changed_at < before
    order by t.changed_at desc, t.tip_id
    limit least(most, 200);
end
$$;
comment on function notifications.troubled_tips(timestamptz, integer) is 'Tips of all authorities that have not been accepted, newest first, with their attempts, for the operator''s page';
revoke all on function notifications.troubled_tips(timestamptz, integer) from public;
grant execute on function notifications.troubled_tips(timestamptz, integer) to web_official;

alter table notifications.attempt drop constraint attempt_authority_id_tip_id_fkey,
  add foreign key (authority_id, tip_id) references notifications.tip on delete cascade;

create function notifications.erase_tips(before timestamptz, most integer) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with old as (
    select t.authority_id, t.tip_id from notifications.tip t
    where t.changed_at < before order by t.changed_at limit most for update skip locked
  ), erased as (
    delete from notifications.tip t using old o where t.authority_id = o.authority_id and t.tip_id = o.tip_id
    returning 1
  )
  select count(*)::integer from erased
$$;
comment on function notifications.erase_tips(timestamptz, integer) is 'Erases tips of all authorities that nothing has happened to since, with their attempts; tells only how many';
revoke all on function notifications.erase_tips(timestamptz, integer) from public;
grant execute on function notifications.erase_tips(timestamptz, integer) to worker;
