alter table payroll.run drop constraint run_kind_check;
alter table payroll.run add constraint run_kind_check check (kind in ('regular', 'off-cycle', 'advance'));
comment on column payroll.run.kind is 'regular: a month to everybody; off-cycle: what is due and not paid, to some; advance: the advances of the month alone';
