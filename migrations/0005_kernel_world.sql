-- No grants: the start asks as the owner, before anybody is served.
create table kernel.world (
  name text primary key,
  begun_at timestamptz not null default now(),
  loaded_at timestamptz
);
comment on table kernel.world is 'Made-up worlds such as demo: loaded once, and never served in production';
comment on column kernel.world.loaded_at is 'Null while it is loaded: a load that was interrupted goes on at the next start';
