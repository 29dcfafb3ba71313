-- The end of an open report whose unit has ended. The state stays what it was. There is no constraint: in a rolling update the
-- earlier release, which knows no closures, still writes reports.
alter table report
  add column closed_by      text,
  add column closed_at      timestamptz,
  add column closed_reason  text,
  -- The report of the successor that goes on with the content.
  add column transferred_to uuid;

-- A report that ended with its unit is not expected any more.
create or replace view expected_report as
  select p.regime, p.code as period, p.year, p.window_from, p.window_to, d.unit, p.unit_deadline as original_deadline,
    greatest(p.unit_deadline, e.new_deadline) as deadline
  from period p
    join reporting_duty d on d.regime = p.regime
    join unit u on u.code = d.unit
    cross join lateral (select daterange(u.valid_from, u.valid_to, '[]') as life, daterange(p.window_from, p.window_to, '[]') as days) as ranges
    left join (
      select regime, period, unit, max(new_deadline) as new_deadline
      from extension cross join unnest(units) as unit where revoked_at is null
      group by regime, period, unit) e on e.regime = p.regime and e.period = p.code and e.unit = d.unit
  where not p.cancelled
    and p.version = (select max(version) from period v where v.regime = p.regime and v.code = p.code)
    and (d.flow * datemultirange(life) && days
      or life @> p.window_to and (d.cut_off @> p.window_to or p.annual and d.annual @> p.window_to))
    and not exists (
      select 1 from report r where r.regime = p.regime and r.period = p.code and r.unit = d.unit and r.closed_at is not null);
