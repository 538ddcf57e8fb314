alter table payroll.report drop constraint report_kind_check;
alter table payroll.report add constraint report_kind_check check
  (kind in ('incomes-register', 'incomes-register-cancel', 'agi', 'voucher-sie', 'voucher-csv', 'pension', 'union'));
alter table payroll.report
  add column employee_id uuid,
  add column reason text check (length(reason) between 1 and 1000),
  add constraint report_cancels check
    ((kind = 'incomes-register-cancel') = (employee_id is not null and reason is not null)),
  add constraint report_employee foreign key (authority_id, employee_id) references payroll.employee;
comment on column payroll.report.employee_id is 'Whose report of the run is cancelled, when the report is that';
comment on column payroll.report.reason is 'Why it is cancelled, as the officer said';
