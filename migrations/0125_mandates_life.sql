alter table mandates.mandate
  add column drafted_by uuid,
  add column drafted_at timestamptz,
  add column requested_by uuid,
  add column replaces uuid;
comment on column mandates.mandate.drafted_by is 'The person who wrote it; null for those written before this was kept';
comment on column mandates.mandate.requested_by is 'The would-be holder who asks for it; null when a grantor wrote it';
comment on column mandates.mandate.replaces is 'The mandate that ends in the instant in which this one begins';
create index mandate_drafted on mandates.mandate (drafted_by, drafted_at);
create index mandate_passed_on on mandates.mandate (passed_on_from) where passed_on_from is not null;
create index mandate_replacing on mandates.mandate (replaces) where replaces is not null;
alter table mandates.mandate drop constraint mandate_ended_how_check;
alter table mandates.mandate add constraint mandate_ended_how_check
  check (ended_how in ('revoked', 'given-back', 'declined', 'refused', 'replaced', 'chain-broken'));
