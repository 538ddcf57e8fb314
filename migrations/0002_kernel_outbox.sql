create table kernel.outbox (
  event_id uuid primary key,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  at timestamptz not null,
  body jsonb not null
);
comment on table kernel.outbox is 'Events that have happened and are on their way to their handlers; written in the transaction of what happened, taken out in batches by the worker';
comment on column kernel.outbox.body is 'Ids only: the fence (authorities, parties) and what the event names; never personal data';

-- Whoever does something may say so; only the worker reads.
grant insert on kernel.outbox to web_official, web_resident, worker;
grant select, delete, update on kernel.outbox to worker;
