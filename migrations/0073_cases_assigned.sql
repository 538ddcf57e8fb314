-- An official's own work among all the others' in 16 queues: 25 ms without it, with 10 000 open cases.
create index case_assigned on cases."case" (authority_id, assignee, due_on, case_id)
  where assignee is not null and stage <> 'closed';
