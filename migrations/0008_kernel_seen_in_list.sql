-- Who is named in a list is told once for each official, authority and day, however often the list is opened.
create unique index audit_line_seen_in_list
  on kernel.audit_line (party_id, authority_id, actor_party, ((at at time zone 'Europe/Stockholm')::date))
  where action = 'case.list';
comment on index kernel.audit_line_seen_in_list is 'Lets an official''s list leave its lines by one insert that does nothing the second time; the official''s role reads no line';
