-- graphile-worker gives a killed worker's jobs back after four hours; people wait for their decisions shorter than that.
create table kernel.job_worker (
  worker_id text primary key,
  process_key bigint not null
);
comment on table kernel.job_worker is 'Which process runs which job worker; the process holds an advisory lock on its key for as long as it lives';
grant select, insert, delete on kernel.job_worker to worker;

create function kernel.free_jobs_of_dead_workers() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  dead bigint;
  freed integer := 0;
begin
  for dead in select distinct w.process_key from kernel.job_worker w loop
    -- Got at once: nobody holds it, so the process is gone. Held only to the end of this transaction.
    if pg_try_advisory_xact_lock(dead) then
      perform graphile_worker.force_unlock_workers(
        array(select w.worker_id from kernel.job_worker w where w.process_key = dead));
      delete from kernel.job_worker w where w.process_key = dead;
      freed := freed + 1;
    end if;
  end loop;
  -- A worker takes its first job at once, and may be killed before its row is there: one that is unknown for five seconds
  -- has no process that could still be about to write it.
  perform graphile_worker.force_unlock_workers(array(
    select distinct j.locked_by from graphile_worker._private_jobs j
    where j.locked_by is not null and j.locked_at < now() - interval '5 seconds'
      and not exists (select from kernel.job_worker w where w.worker_id = j.locked_by)));
  return freed;
end
$$;
comment on function kernel.free_jobs_of_dead_workers() is 'Gives back what killed processes had taken; answers how many processes were found dead';
revoke all on function kernel.free_jobs_of_dead_workers() from public;
grant execute on function kernel.free_jobs_of_dead_workers() to worker;

create function kernel.dead_letters(after bigint, most integer)
returns table (job_id bigint, task text, payload jsonb, attempts integer, last_error text, failed_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select j.id, t.identifier, j.payload::jsonb, j.attempts::integer, j.last_error, j.updated_at
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts >= j.max_attempts and j.locked_at is null and j.id > after
    order by j.id
    limit least(most, 200);
end
$$;
comment on function kernel.dead_letters(bigint, integer) is 'Jobs that have used up their attempts, for the operator''s page; payloads hold ids only';
revoke all on function kernel.dead_letters(bigint, integer) from public;
grant execute on function kernel.dead_letters(bigint, integer) to web_official;

create function kernel.retry_dead_letter(job bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  touched integer;
begin
  update graphile_worker._private_jobs j
    set attempts = 0, run_at = now(), updated_at = now()
    where j.id = job and j.attempts >= j.max_attempts and j.locked_at is null;
  get diagnostics touched = row_count;
  return touched > 0;
end
$$;
comment on function kernel.retry_dead_letter(bigint) is 'Gives a job that has used up its attempts all of them again; false when it is no longer there';
revoke all on function kernel.retry_dead_letter(bigint) from public;
grant execute on function kernel.retry_dead_letter(bigint) to web_official;
