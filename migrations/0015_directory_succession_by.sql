alter table directory.succession
  add column announced_by uuid,
  add column announced_by_name text,
  add column withdrawn_by uuid,
  add column withdrawn_by_name text,
  add check ((announced_by is null) = (announced_by_name is null)),
  add check ((withdrawn_by is null) = (withdrawn_by_name is null)),
  add check (withdrawn_at is not null or withdrawn_by is null);
comment on column directory.succession.announced_by is 'The operator who announced it; null for a command on the machine, and for those announced before this was kept';
comment on column directory.succession.withdrawn_by is 'The operator who took it back';
grant update (withdrawn_by, withdrawn_by_name) on directory.succession to web_official, worker;
