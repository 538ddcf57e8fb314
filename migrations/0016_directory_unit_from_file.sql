-- Units may come in a file of the authority's own; the job that takes it writes them.
create policy official on directory.unit to worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
grant insert on directory.unit to worker;
grant update (tasks, from_day, to_day) on directory.unit to worker;
