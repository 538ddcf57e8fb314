alter table cases.case_party drop constraint case_party_role_check;
alter table cases.case_party add constraint case_party_role_check check (role in ('applicant', 'cosigner'));
comment on column cases.case_party.role is 'Who sent it in, or who signed it with them';

-- What several have signed is filed by what follows when the last one has.
grant insert on cases."case", cases.case_party to worker;
grant execute on function cases.next_diary_ordinal(integer, integer) to worker;
-- identity.applicant holds the person's row until the case is there: a share lock asks for the right to change some column.
grant update (language) on identity.party to worker;
