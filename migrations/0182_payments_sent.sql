alter table payments.batch add column delivery_id uuid;
alter table payments.batch add constraint batch_sent check (delivery_id is null or state = 'released');
comment on column payments.batch.delivery_id is 'The delivery in exchange by which the released file went to the bank; once. Null when it was fetched by hand';
grant update (delivery_id) on payments.batch to web_official;
