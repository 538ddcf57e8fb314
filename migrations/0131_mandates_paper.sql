create table mandates.paper (
  authority_id integer not null,
  mandate_id uuid not null,
  parties uuid[] not null,
  subject jsonb not null,
  document text not null check (document ~ '^[0-9a-f]{64}$'),
  document_name text not null check (length(document_name) between 1 and 200),
  document_type text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  request_id uuid not null,
  registered_by uuid not null,
  registrar_name text not null,
  registered_at timestamptz not null,
  revocation text check (revocation ~ '^[0-9a-f]{64}$'),
  revocation_name text check ((revocation_name is null) = (revocation is null)),
  revocation_type text check ((revocation_type is null) = (revocation is null)),
  primary key (authority_id, mandate_id)
);
comment on table mandates.paper is 'A mandate that was signed on paper, as the authority has taken it in; what it says and how it stands are in mandates.mandate';
comment on column mandates.paper.parties is 'Who it is about: they read the original, and whoever handles it leaves a line with them';
comment on column mandates.paper.subject is 'What it is for, in each language; names nobody';
comment on column mandates.paper.document is 'SHA-256 of the scanned original';
comment on column mandates.paper.digest is 'SHA-256 of the canonical JSON of all that the second pair of eyes approves, the original among it';
comment on column mandates.paper.request_id is 'approvals.request: the second pair of eyes';
comment on column mandates.paper.revocation is 'SHA-256 of the scanned revocation, when that came on paper too';
create index paper_latest on mandates.paper (authority_id, registered_at desc, mandate_id desc);
create index paper_mandate on mandates.paper (mandate_id);

alter table mandates.paper enable row level security;
create policy official on mandates.paper to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy party on mandates.paper for select to web_resident
  using (parties && (select current_setting('app.parties')::uuid[])::uuid[]);
grant select on mandates.paper to web_official, web_resident, worker;
grant insert, update (revocation, revocation_name, revocation_type) on mandates.paper to web_official;

-- An official reaches a mandate's parties only by the permit for a paper of their own authority.
alter policy party on mandates.mandate to web_resident, web_official, worker;
alter policy party on mandates.event to web_resident, web_official, worker;
alter policy party on mandates.mandate_party to web_resident, web_official, worker;
grant select, insert on mandates.mandate, mandates.event, mandates.mandate_party to web_official;
grant update (seq, holders, registered_at, ended_how, ended_at, suspended_why, suspended_at, evidence, names)
  on mandates.mandate to web_official;
grant update (standing, at) on mandates.mandate_party to web_official;
grant execute on function identity.party_by_number(bytea[], uuid, text, text, text, timestamptz) to web_official;

create function mandates.named_files(digests text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct d.digest from unnest(digests) d (digest)
  where exists (select from mandates.paper p where p.document = d.digest or p.revocation = d.digest)
$$;
comment on function mandates.named_files(text[]) is 'Which of these contents a mandate on paper names, whoever''s it is; tells nothing more';
revoke all on function mandates.named_files(text[]) from public;
grant execute on function mandates.named_files(text[]) to worker;
create index paper_document on mandates.paper (document);
create index paper_revocation on mandates.paper (revocation) where revocation is not null;
