-- Assignments at each change, in columns, so that those of an indicator are read by an index: there is one for each indicator
-- and unit. They were in row_version. Only the trigger adds rows.
create table assignment_version (
  number      bigint      generated always as identity primary key,
  recorded_at timestamptz not null,
  deleted     boolean     not null,
  id          uuid        not null,
  indicator   text        not null,
  unit        text        not null,
  lead        boolean     not null,
  valid_from  date,
  valid_to    date,
  version     bigint      not null
);
create index assignment_version_by_key on assignment_version (indicator, unit, id, number desc);
create index assignment_version_by_time on assignment_version (recorded_at);
revoke insert, update, delete, truncate on assignment_version from "${application}";

create function record_assignment_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed assignment := case when tg_op = 'DELETE' then old else new end;
begin
  insert into assignment_version (recorded_at, deleted, id, indicator, unit, lead, valid_from, valid_to, version)
    values (now(), tg_op = 'DELETE', changed.id, changed.indicator, changed.unit,
      changed.lead, changed.valid_from, changed.valid_to, changed.version);
  return null;
end $$;
revoke execute on function record_assignment_version from public;

drop trigger assignment_version on assignment;
create trigger assignment_version after insert or update or delete on assignment
  for each row execute function record_assignment_version();

insert into assignment_version (recorded_at, deleted, id, indicator, unit, lead, valid_from, valid_to, version)
  select v.recorded_at, v.deleted, r.id, r.indicator, r.unit, r.lead, r.valid_from, r.valid_to, r.version
  from row_version v, jsonb_populate_record(null::assignment, '{"version": 1}'::jsonb || v.content) as r
  where v.table_name = 'assignment'
  order by v.number;
delete from row_version where table_name = 'assignment';

create or replace view as_of.assignment as
  select id, indicator, unit, lead, valid_from, valid_to, version from (
    select distinct on (indicator, unit, id) id, indicator, unit, lead, valid_from, valid_to, version, deleted
    from public.assignment_version
    where recorded_at <= as_of.moment()
    order by indicator, unit, id, number desc) latest
  where not deleted;

create index unit_result_version_by_time on unit_result_version (recorded_at);

-- The contributions of a moment are the present ones where nothing behind them has changed since. A transaction that reads the
-- past derives the others, and is rolled back: both tables are always empty.
create unlogged table as_of.changed_scope (
  indicator text not null,
  regime    text not null,
  year      int  not null,
  unit      text not null,
  primary key (indicator, regime, year, unit)
);
grant insert on as_of.changed_scope to "${application}";
alter table as_of.unit_contribution rename to derived_contribution;
create index derived_contribution_by_key on as_of.derived_contribution (indicator, regime, year, unit);
create view as_of.unit_contribution as
  select * from as_of.derived_contribution
  union all
  select * from public.unit_contribution present
  where not exists (
    select from as_of.changed_scope scope
    where scope.indicator = present.indicator and scope.regime = present.regime and scope.year = present.year
      and scope.unit = present.unit);
