create index attachment_digest on mailbox.attachment (digest);

create function mailbox.named_files(digests text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct a.digest from mailbox.attachment a where a.digest = any (digests)
$$;
comment on function mailbox.named_files(text[]) is 'Which of these contents an attachment names, whoever''s it is; tells nothing more';
revoke all on function mailbox.named_files(text[]) from public;
grant execute on function mailbox.named_files(text[]) to worker;
