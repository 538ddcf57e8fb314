create schema payments;
comment on schema payments is 'Money out: batches of payments as files for banks, what the banks answer, and the accounts that are paid to';
grant usage on schema payments to web_official, worker;

create table payments.batch (
  authority_id integer not null,
  batch_id uuid not null,
  message_id text not null check (message_id ~ '^[A-Za-z0-9-]{1,33}$'),
  task text not null,
  purpose text not null check (purpose in ('salary', 'other')),
  scheme text not null check (scheme in ('sepa', 'sweden')),
  format text not null check (format in ('pain.001.001.03', 'pain.001.001.09')),
  currency text not null check (currency in ('EUR', 'SEK')),
  debtor jsonb not null,
  execution_date date not null,
  payments integer not null check (payments > 0),
  total_minor bigint not null check (total_minor > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  made_by uuid,
  maker_name text not null,
  made_at timestamptz not null,
  request_id uuid,
  released_at timestamptz,
  released_by uuid,
  releaser_name text,
  state text not null check (state in ('open', 'proposed', 'released')),
  primary key (authority_id, batch_id),
  unique (authority_id, message_id),
  check ((state = 'released') = (released_at is not null))
);
comment on table payments.batch is 'What goes to a bank as one file; never changed but for request and state';
comment on column payments.batch.message_id is 'What the bank knows the file by';
comment on column payments.batch.debtor is 'The payer: name, organisation number, own account, bank';
comment on column payments.batch.digest is 'What is approved: SHA-256 of the canonical JSON of batch, file hash, and whose account each payment is';
comment on column payments.batch.file_sha256 is 'Of the file''s bytes; a file that is made to anything else never leaves';
comment on column payments.batch.request_id is 'The approval that was asked for last';
create index batch_latest on payments.batch (authority_id, made_at desc, batch_id desc);

create table payments.payment (
  authority_id integer not null,
  batch_id uuid not null,
  place integer not null check (place >= 1),
  payment_id text not null check (length(payment_id) between 1 and 100),
  end_to_end_id text not null check (end_to_end_id ~ '^[A-Za-z0-9-]{1,35}$'),
  payee uuid,
  sealed text not null,
  amount_minor bigint not null check (amount_minor > 0),
  state text not null check (state in ('waiting', 'accepted', 'paid', 'rejected', 'returned')),
  reason_code text check (reason_code ~ '^[A-Z0-9]{1,4}$'),
  changed_at timestamptz not null,
  primary key (authority_id, batch_id, place),
  foreign key (authority_id, batch_id) references payments.batch,
  unique (authority_id, end_to_end_id)
);
comment on table payments.payment is 'One payment of a batch; never changed but for what the bank says of it';
comment on column payments.payment.payment_id is 'In the module that asks';
comment on column payments.payment.payee is 'The person whose account it must be, when the house keeps it';
comment on column payments.payment.sealed is 'Name, account and message, sealed with DATA_KEY';
comment on column payments.payment.reason_code is 'Why the bank has not paid, as it says it (ISO 20022 external status reason)';
create index payment_troubled on payments.payment (authority_id, batch_id, place) where state in ('rejected', 'returned');

create table payments.account (
  authority_id integer not null,
  account_id uuid not null,
  party_id uuid not null,
  sealed text not null,
  hint text not null,
  scheme text not null check (scheme in ('sepa', 'sweden')),
  task text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  changes boolean not null,
  request_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  approved_at timestamptz,
  payable_from date,
  state text not null check (state in ('proposed', 'approved', 'refused')),
  primary key (authority_id, account_id),
  check ((state = 'approved') = (payable_from is not null))
);
comment on table payments.account is 'The account that an authority pays a person to. A new row for each change; the latest that may be paid to on the day is the one';
comment on column payments.account.hint is 'Enough of it for who knows it to see which it is';
comment on column payments.account.changes is 'Whether there was another before: then a banking day passes between approval and the first payment';
comment on column payments.account.payable_from is 'The first day on which money may leave for it';
create index account_of on payments.account (authority_id, party_id, payable_from desc);

create table payments.receipt (
  authority_id integer not null,
  receipt_id uuid not null,
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('pain.002', 'camt.053', 'camt.054')),
  bank_message_id text not null,
  taken_at timestamptz not null,
  taken_by uuid,
  taker_name text not null,
  counts jsonb not null,
  primary key (authority_id, receipt_id),
  unique (authority_id, file_sha256)
);
comment on table payments.receipt is 'What a bank has answered: which file, and how many payments it told of; append-only';
comment on column payments.receipt.file_sha256 is 'The same file twice changes nothing';
create trigger append_only before update or delete on payments.receipt
  for each statement execute function kernel.refuse_change();

alter table payments.batch enable row level security;
alter table payments.payment enable row level security;
alter table payments.account enable row level security;
alter table payments.receipt enable row level security;

create policy official on payments.batch to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payments.payment to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payments.account to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));
create policy official on payments.receipt to web_official, worker
  using (authority_id = any ((select current_setting('app.authorities')::int[])::int[]));

grant select, insert on payments.batch, payments.payment, payments.account, payments.receipt to web_official, worker;
grant update (request_id, state, released_at, released_by, releaser_name) on payments.batch to web_official, worker;
grant update (state, reason_code, changed_at) on payments.payment to web_official, worker;
grant update (state, approved_at, payable_from) on payments.account to worker;
