create function kernel.as_read(changed bigint) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if changed <> 1 then
    raise exception 'the row is not as it was read' using errcode = 'no_data_found';
  end if;
  return true;
end
$$;
comment on function kernel.as_read(bigint) is 'Undoes the transaction when a change has not met its row as it was read: for writes whose commit leaves with their statements, so that nobody looks in between';
