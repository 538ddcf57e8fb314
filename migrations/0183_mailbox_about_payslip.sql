alter table mailbox.message add column payslip_run_id uuid;
comment on column mailbox.message.payslip_run_id is 'The pay run of its sender whose payslip it is about, for the link to it';
