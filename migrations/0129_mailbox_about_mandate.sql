alter table mailbox.message add column mandate_id uuid;
comment on column mailbox.message.mandate_id is 'The mandate that it is about, for the link to it';
