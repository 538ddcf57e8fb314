create table kernel.installation (
  one boolean primary key default true check (one),
  production_since timestamptz
);
comment on table kernel.installation is 'What is true of the whole installation; one row';
comment on column kernel.installation.production_since is 'When production first started on it, never taken back: from then on nothing unverified is offered, whichever program asks';
insert into kernel.installation default values;
alter table kernel.installation enable row level security;
create policy everybody on kernel.installation for select using (true);
grant select on kernel.installation to web_official, web_resident, worker;
