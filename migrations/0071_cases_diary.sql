create function cases.next_diary_ordinal(authority integer, year integer) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  series text := format('cases.diary_%s_%s', authority, year);
  last bigint;
begin
  if not authority = any (current_setting('app.authorities')::int[]) then
    raise exception 'authority % is outside the scope', authority using errcode = 'insufficient_privilege';
  end if;
  if to_regclass(series) is null then
    -- Once a year for each authority; whoever files at the same moment waits for the first, and then finds it made.
    perform pg_advisory_xact_lock(20767071, authority);
    -- From what is there: a backup carries rows, and a restored diary goes on where it was.
    select greatest(
        (select max(c.diary_ordinal) from cases."case" c where c.authority_id = authority and c.diary_year = year),
        (select max(t.diary_ordinal) from cases.tombstone t where t.authority_id = authority and t.diary_year = year)
      ) into last;
    execute format('create sequence if not exists %s minvalue 1 start with %s', series, coalesce(last, 0) + 1);
  end if;
  return nextval(series::regclass);
end
$$;
comment on function cases.next_diary_ordinal(integer, integer) is 'The next number of an authority''s diary: a sequence for each authority and year, so that filings do not wait for each other; a number whose filing fails is not used again';
revoke all on function cases.next_diary_ordinal(integer, integer) from public;
grant execute on function cases.next_diary_ordinal(integer, integer) to web_resident;

create function cases.diary_text(prefix text, year integer, ordinal bigint) returns text
language sql immutable parallel safe as $$
  select prefix || ' ' || year || '-' || lpad(ordinal::text, greatest(4, length(ordinal::text)), '0')
$$;
comment on function cases.diary_text(text, integer, bigint) is 'SOT 2026-0001';
