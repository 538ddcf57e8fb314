create function notifications.troubled_tips(before timestamptz, most integer)
returns table (
  authority_id integer, tip_id uuid, at timestamptz, kind text, channel text, sender_name text, state text,
  changed_at timestamptz, attempts integer, detail text
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select t.authority_id, t.tip_id, t.at, t.kind, t.channel, t.sender_name, t.state, t.changed_at, a.attempts, a.detail
    from notifications.tip t
    cross join lateral (
      select count(*)::integer as attempts, (array_agg(n.detail order by n.number desc))[1] as detail
      from notifications.attempt n
      where n.authority_id = t.authority_id and n.tip_id = t.tip_id
    ) a
    where t.state <> 'accepted' and t.changed_at < before
    order by t.changed_at desc, t.tip_id
    limit least(most, 200);
end
$$;
comment on function notifications.troubled_tips(timestamptz, integer) is 'Tips of all authorities that have not been accepted, newest first, for the operator''s page';
revoke all on function notifications.troubled_tips(timestamptz, integer) from public;
grant execute on function notifications.troubled_tips(timestamptz, integer) to web_official;
