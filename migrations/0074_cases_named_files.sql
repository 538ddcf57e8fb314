-- What was filed and what was added later: most have no file, and then no entry.
create index case_files on cases."case" using gin (kernel.file_digests(answers)) where answers @? '$.**.file';
create index action_files on cases.action using gin (kernel.file_digests(body)) where kind = 'completed';

create function cases.named_files(digests text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select digest
  from cases."case" c, unnest(kernel.file_digests(c.answers)) as digest
  where c.answers @? '$.**.file' and kernel.file_digests(c.answers) && digests and digest = any (digests)
  union
  select digest
  from cases.action a, unnest(kernel.file_digests(a.body)) as digest
  where a.kind = 'completed' and kernel.file_digests(a.body) && digests and digest = any (digests)
$$;
comment on function cases.named_files(text[]) is 'Which of these contents a case names, in its answers or in what was added later; tells nothing more';
revoke all on function cases.named_files(text[]) from public;
grant execute on function cases.named_files(text[]) to worker;
