-- The schema itself and the roles that the fence is written for are made by `migrate` before the first file: see
-- src/kernel/database/migrate.ts and roles.ts.
comment on schema kernel is 'What every module stands on: events on their way, the audit trail, dead letters';
grant usage on schema kernel to web_official, web_resident, worker;
