alter table mandates.mandate add column signing_id uuid;
comment on column mandates.mandate.signing_id is 'Where it is signed; null for one that was signed on paper';
