-- Two who read at once leave one line: the later insert meets the key and does nothing.
alter table kernel.audit_line add column use_key uuid;
comment on column kernel.audit_line.use_key is 'Of who looked for another: the same for the same thing by the same person in the same quarter of an hour of the clock; null for every other line';
create unique index audit_line_use on kernel.audit_line (party_id, use_key) where use_key is not null;
comment on index kernel.audit_line_use is 'Lets two pages that are read at once leave one line of use';
