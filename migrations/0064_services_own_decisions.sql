alter table services.adoption add column retention jsonb;
comment on column services.adoption.retention is 'The authority''s own decision on how long cases are kept (gallringsbeslut): years, which decision, when; null while the service''s proposal stands';
grant update (retention) on services.adoption to web_official, worker;

create table services.adoption_change (
  authority_id integer not null,
  service_id text not null,
  revision integer not null check (revision > 1),
  at timestamptz not null,
  actor_party uuid,
  actor_name text not null,
  basis jsonb not null,
  changes jsonb not null,
  primary key (authority_id, service_id, revision),
  foreign key (authority_id, service_id) references services.adoption
);
comment on table services.adoption_change is 'Who changed what in an adopted service, by which right; append-only';
comment on column services.adoption_change.revision is 'The one that the change made';
comment on column services.adoption_change.actor_party is 'Null for a job or command';
comment on column services.adoption_change.changes is 'What was changed, from what and to what: [{"part": "setting.replyDays", "from": 14, "to": 10}]';
create trigger append_only before update or delete on services.adoption_change
  for each statement execute function kernel.refuse_change();

alter table services.adoption_change enable row level security;
create policy official on services.adoption_change to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant select, insert on services.adoption_change to web_official, worker;
