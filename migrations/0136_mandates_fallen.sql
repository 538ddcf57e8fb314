alter table mandates.mandate drop constraint mandate_ended_how_check;
alter table mandates.mandate add constraint mandate_ended_how_check
  check (ended_how in ('revoked', 'given-back', 'declined', 'refused', 'replaced', 'chain-broken', 'fallen'));
