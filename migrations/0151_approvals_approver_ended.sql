alter table approvals.approver add column ended_by uuid;
alter table approvals.approver add column ended_by_name text check (length(ended_by_name) between 1 and 200);
comment on column approvals.approver.ended_at is 'When an administrator took the line away; it stays for who looks back. A line whose last day has passed needs no ending';
grant update (ended_by, ended_by_name) on approvals.approver to web_official;
