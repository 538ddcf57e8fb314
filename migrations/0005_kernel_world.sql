-- No grants: the start asks as the owner, before anybody is served.
create table kernel.world (
  name text primary key,
  at timestamptz not null
);
comment on table kernel.world is 'Made-up worlds that have been loaded, such as demo: loaded once, and never served in production';
