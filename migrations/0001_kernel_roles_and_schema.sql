-- The roles that the fence is written for. Login roles are made by `migrate` and are members of these; none of them owns
-- a table or passes by row-level security. Roles belong to the whole server: another database may have made them already.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['web_official', 'web_resident', 'worker'] loop
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception
      when duplicate_object or unique_violation then null; -- made by somebody else meanwhile
    end;
  end loop;
end
$$;

create schema if not exists kernel;
comment on schema kernel is 'What every module stands on: events on their way, the audit trail, dead letters';
grant usage on schema kernel to web_official, web_resident, worker;
