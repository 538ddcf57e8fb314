create function identity.end_sessions_of_number(indexes bytea[]) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended integer;
begin
  delete from identity.session s using identity.number_index i
    where i.index = any (indexes) and s.party_id = i.party_id;
  get diagnostics ended = row_count;
  return ended;
end
$$;
comment on function identity.end_sessions_of_number(bytea[]) is 'Ends every session of whoever has the number, of whom the population register says that they have died';
revoke all on function identity.end_sessions_of_number(bytea[]) from public;
grant execute on function identity.end_sessions_of_number(bytea[]) to web_resident, worker;

grant execute on function identity.end_sessions_of(uuid, uuid, uuid) to worker;
