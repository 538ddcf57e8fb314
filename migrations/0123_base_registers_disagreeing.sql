alter table base_registers.asked drop constraint asked_fault_check;
alter table base_registers.asked add constraint asked_fault_check check (
  fault in ('down', 'slow', 'broken', 'unknown-type', 'about-another', 'contradictory', 'too-large', 'disagreeing')
);
comment on column base_registers.asked.fault is 'Why the answer was not used; disagreeing: it is good by itself, but another answer says something else about the same';
