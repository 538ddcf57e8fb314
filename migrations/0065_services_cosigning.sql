alter table services.draft add column cosigning jsonb;
comment on column services.draft.cosigning is 'Null for who applies alone. While others are asked to sign: which signing, whom, until when; afterwards why it came back';

-- What others have signed becomes a case by what follows when the last one has, and what they have not is open again.
create policy signed on services.draft to worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
grant select on services.draft to worker;
grant update (answers, typed, changes, changed_at, filed_at, cosigning) on services.draft to worker;
grant update (cosigning) on services.draft to web_resident;
