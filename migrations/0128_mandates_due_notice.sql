create table mandates.due_notice (
  mandate_id uuid not null,
  kind text not null check (kind in ('expiring', 'expired')),
  parties uuid[] not null,
  at timestamptz not null,
  primary key (mandate_id, kind)
);
comment on table mandates.due_notice is 'When the clock has something to tell the parties of a mandate: that it soon ends, that it has ended. Taken away in the transaction that tells, so it is told once';
comment on column mandates.due_notice.parties is 'As of mandates.mandate: whose fence it lies behind';
create index due_notice_at on mandates.due_notice (at);

alter table mandates.due_notice enable row level security;
create policy party on mandates.due_notice to worker
  using (parties && (select current_setting('app.parties')::uuid[])::uuid[]);
grant select, insert, delete on mandates.due_notice to worker;

create function mandates.notices_due(moment timestamptz, most integer)
returns table (mandate_id uuid, kind text, parties uuid[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.mandate_id, d.kind, d.parties from mandates.due_notice d
  where d.at <= moment
  order by d.at
  limit most
$$;
comment on function mandates.notices_due(timestamptz, integer) is 'What is to be told of anybody''s mandates by now; ids only';
revoke all on function mandates.notices_due(timestamptz, integer) from public;
grant execute on function mandates.notices_due(timestamptz, integer) to worker;

-- Those that stand already; the days are those of src/modules/mandates/due-notices.ts.
insert into mandates.due_notice (mandate_id, kind, parties, at)
  select m.mandate_id, 'expired', m.parties, m.valid_until from mandates.mandate m
  where m.registered_at is not null and m.ended_at is null and m.valid_until > now()
  union all
  select m.mandate_id, 'expiring', m.parties, w.at
  from mandates.mandate m, lateral (
    select m.valid_until - case when m.valid_until - m.valid_from >= interval '90 days' then interval '30 days'
      else interval '7 days' end as at
  ) w
  where m.registered_at is not null and m.ended_at is null and m.valid_until - m.valid_from >= interval '14 days'
    and w.at > now();
