-- Asked every night which files somebody still names: an index on this keeps that from reading every row.
create function kernel.file_digests(body jsonb) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct file), '{}')
  from (select value #>> '{}' as file from jsonb_path_query(body, '$.**.file') as found (value)) as named
  where file ~ '^[0-9a-f]{64}$'
$$;
comment on function kernel.file_digests(jsonb) is 'The content digests of all files that answers or an act name, wherever in them';
