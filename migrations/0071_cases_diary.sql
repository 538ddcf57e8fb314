create function cases.next_diary_ordinal(authority integer, year integer) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  name text := format('cases.diary_%s_%s', authority, year);
  series regclass := to_regclass(name);
  last bigint;
begin
  if not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  if series is null then
    -- Once a year for each authority; whoever files at the same moment waits for the first, and then finds it made.
    perform pg_advisory_xact_lock(20767071, authority);
    -- From what is there: a backup carries rows, and a restored diary goes on where it was.
    select greatest(
        (select max(c.diary_ordinal) from cases."case" c where c.authority_id = authority and c.diary_year = year),
        (select max(t.diary_ordinal) from cases.tombstone t where t.authority_id = authority and t.diary_year = year)
      ) into last;
    execute format('create sequence if not exists %s minvalue 1 start with %s', name, coalesce(last, 0) + 1);
    series := name::regclass;
  end if;
  return nextval(series);
end
$$;
comment on function cases.next_diary_ordinal(integer, integer) is 'The next number of an authority''s diary: a sequence for each authority and year, so that filings do not wait for each other; a number whose filing fails is not used again';
revoke all on function cases.next_diary_ordinal(integer, integer) from public;
grant execute on function cases.next_diary_ordinal(integer, integer) to web_resident;
