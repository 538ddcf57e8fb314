create schema mailbox;
comment on schema mailbox is 'Secure messages from authorities to persons and organisations (Mina meddelanden); the party owns what has been delivered';
grant usage on schema mailbox to web_official, web_resident, worker;

create table mailbox.message (
  party_id uuid not null,
  message_id uuid not null,
  authority_id integer not null,
  sender_name text not null,
  sender_country text not null check (sender_country in ('SE', 'AX')),
  kind text not null check (kind in ('decision', 'question', 'information')),
  language text not null check (language in ('sv', 'fi', 'en')),
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 100000),
  case_authority_id integer,
  case_id uuid,
  case_number text,
  attachments smallint not null check (attachments between 0 and 50),
  delivered_at timestamptz not null,
  opened_at timestamptz,
  primary key (party_id, message_id),
  check ((case_id is null) = (case_authority_id is null))
);
comment on table mailbox.message is 'One message in one party''s mailbox; never changed but for opened_at';
comment on column mailbox.message.message_id is 'Given by the sender, so that the same message delivered again is the same row';
comment on column mailbox.message.authority_id is 'Who sent it';
comment on column mailbox.message.sender_name is 'The sender''s name on the day: a letter keeps its letterhead when authorities merge';
comment on column mailbox.message.sender_country is 'Tells in which time zone its moments are shown';
comment on column mailbox.message.case_number is 'The case''s number as the reader knows it';
comment on column mailbox.message.attachments is 'How many rows mailbox.attachment has for it, so that the list need not look';
comment on column mailbox.message.opened_at is 'Projection of the event opened, for the list and the number of unread';
create index message_newest on mailbox.message (party_id, delivered_at, message_id);
create index message_unread on mailbox.message (party_id) where opened_at is null;

create table mailbox.attachment (
  party_id uuid not null,
  message_id uuid not null,
  number smallint not null check (number >= 1),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  primary key (party_id, message_id, number),
  foreign key (party_id, message_id) references mailbox.message
);
comment on table mailbox.attachment is 'The files that came with a message; their content is in the file store';
comment on column mailbox.attachment.digest is 'SHA-256 of the content';

create table mailbox.message_event (
  party_id uuid not null,
  message_id uuid not null,
  seq smallint not null check (seq >= 1),
  kind text not null check (kind in ('delivered', 'opened')),
  at timestamptz not null,
  actor_party uuid,
  primary key (party_id, message_id, seq),
  foreign key (party_id, message_id) references mailbox.message
);
comment on table mailbox.message_event is 'What a message has gone through; append-only';
comment on column mailbox.message_event.actor_party is 'Who opened it: the party, or who may read for them; null when it is nobody''s act';
create trigger append_only before update or delete on mailbox.message_event
  for each statement execute function kernel.refuse_change();

alter table mailbox.message enable row level security;
alter table mailbox.attachment enable row level security;
alter table mailbox.message_event enable row level security;

create policy resident on mailbox.message to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy resident on mailbox.attachment to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
create policy resident on mailbox.message_event to web_resident, worker
  using (party_id = any ((select current_setting('app.parties')::uuid[])::uuid[]));
-- The sender may know that it is there and whether it has been opened; by its columns, not what stands in it.
create policy official on mailbox.message for select to web_official
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));

grant select on mailbox.message, mailbox.attachment, mailbox.message_event to web_resident, worker;
grant update (opened_at) on mailbox.message to web_resident;
grant insert on mailbox.message_event to web_resident, worker;
grant insert on mailbox.message, mailbox.attachment to worker;
grant select (party_id, message_id, authority_id, delivered_at, opened_at) on mailbox.message to web_official;
