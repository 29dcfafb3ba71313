-- The documents that prove the report of a figure; null if there is none.
alter table unit_result_version add column evidence jsonb;

create or replace view unit_result as
  select * from (
    select distinct on (indicator, regime, year, period, unit) *
    from unit_result_version
    order by indicator, regime, year, period, unit, report_version desc, recorded_at desc, id desc) latest
  where retracted_at is null;

create or replace view as_of.unit_result_version as
  select * from public.unit_result_version where recorded_at <= as_of.moment();

create or replace view as_of.unit_result as
  select * from (
    select distinct on (indicator, regime, year, period, unit) *
    from as_of.unit_result_version
    order by indicator, regime, year, period, unit, report_version desc, recorded_at desc, id desc) latest
  where retracted_at is null;
