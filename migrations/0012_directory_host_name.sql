create table directory.host_name (
  host_name text primary key check (host_name ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  authority_id integer not null references directory.authority,
  at timestamptz not null default now()
);
comment on table directory.host_name is 'Which authority answers at a host name of its own; looked up before anybody is known, so reached by functions only';
create unique index host_name_authority on directory.host_name (authority_id);
alter table directory.host_name enable row level security;

create function directory.authority_of_host(host text) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.authority_id from directory.host_name h where h.host_name = lower(host)
$$;
comment on function directory.authority_of_host(text) is 'Whose front page a host name shows; null when it is nobody''s';
revoke all on function directory.authority_of_host(text) from public;
grant execute on function directory.authority_of_host(text) to web_resident;

create function directory.set_host_name(authority integer, host text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  if exists (select from directory.host_name h where h.host_name = lower(host) and h.authority_id <> authority) then
    return false;
  end if;
  delete from directory.host_name h where h.authority_id = authority;
  if host is not null then
    insert into directory.host_name (host_name, authority_id) values (lower(host), authority);
  end if;
  update directory.authority a set host_name = lower(host) where a.authority_id = authority;
  return true;
end
$$;
comment on function directory.set_host_name(integer, text) is 'Gives an authority of the scope its host name, or takes it away (null); false when another has it';
revoke all on function directory.set_host_name(integer, text) from public;
grant execute on function directory.set_host_name(integer, text) to web_official, worker;
