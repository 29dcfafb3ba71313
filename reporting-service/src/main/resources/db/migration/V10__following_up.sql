-- The reports that wait for their review, the oldest submission first.
create index report_pending on report (submitted_at, id) where state = 'SUBMITTED';

-- The days on which a unit has something to report under a regime, merged over all indicators that are assigned to it.
create table reporting_duty (
  regime  text          not null,
  unit    text          not null,
  -- A period with one of these days needs a report.
  flow    datemultirange not null,
  -- A period that ends on one of these days needs a report.
  cut_off datemultirange not null,
  -- A whole year that ends on one of these days needs a report.
  annual  datemultirange not null,
  primary key (regime, unit)
);

-- What one indicator asks, and of whom: as the service's Indicator says for one report. Only the years of the plan count: figures
-- of earlier years can be reported, but nobody waits for them.
create function reporting_duties(definition jsonb) returns table (regime text, unit text, basis text, days daterange)
language sql stable as $$
  select definition ->> 'regime', a.unit,
    case definition ->> 'timeBasis' when 'FLOW' then 'FLOW' when 'COMPARISON' then 'ANNUAL' else 'CUT_OFF' end,
    daterange(a."from", a."to", '[]')
      * daterange(cast(definition ->> 'validFrom' as date), cast(definition ->> 'validTo' as date), '[]')
  from jsonb_to_recordset(definition -> 'assignments') as a (unit text, "from" date, "to" date)
  where definition ->> 'type' <> 'SURVEY' and definition ->> 'regime' is not null
    and (a."to" >= a."from") is not false;
$$;

-- A trigger: in a rolling update the earlier release, which knows no duties, still reads indicators.
create function derive_reporting_duties() returns trigger language plpgsql as $$
declare
  changed text[];
begin
  select array_agg(distinct unit) into changed from (
    (select * from reporting_duties(old.definition) except select * from reporting_duties(new.definition))
    union all
    (select * from reporting_duties(new.definition) except select * from reporting_duties(old.definition))) as difference;
  if changed is null then
    return null;
  end if;
  -- Of two indicators that change together the second waits, and then reads what the first has written.
  perform pg_advisory_xact_lock(hashtextextended('reporting_duty', 0));
  delete from reporting_duty using unnest(changed) as of (unit) where reporting_duty.unit = of.unit;
  insert into reporting_duty (regime, unit, flow, cut_off, annual)
  select duty.regime, duty.unit, coalesce(range_agg(days) filter (where basis = 'FLOW'), '{}'),
    coalesce(range_agg(days) filter (where basis = 'CUT_OFF'), '{}'), coalesce(range_agg(days) filter (where basis = 'ANNUAL'), '{}')
  from indicator cross join lateral reporting_duties(definition) as duty join unnest(changed) as of (unit) on of.unit = duty.unit
  group by duty.regime, duty.unit;
  return null;
end $$;

create trigger derive_reporting_duties after insert or update or delete on indicator
  for each row execute function derive_reporting_duties();

insert into reporting_duty (regime, unit, flow, cut_off, annual)
select duty.regime, duty.unit, coalesce(range_agg(days) filter (where basis = 'FLOW'), '{}'),
  coalesce(range_agg(days) filter (where basis = 'CUT_OFF'), '{}'), coalesce(range_agg(days) filter (where basis = 'ANNUAL'), '{}')
from indicator cross join lateral reporting_duties(definition) as duty
group by duty.regime, duty.unit;

-- The decisions that extend the deadline of units for a period (gia hạn). Several can hold for a unit: the latest day counts.
create table extension (
  id                uuid primary key,
  regime            text not null,
  period            text not null,
  units             varchar[] not null check (cardinality(units) > 0),
  original_deadline date not null,
  new_deadline      date not null check (new_deadline > original_deadline),
  decision_number   text not null,
  decision_date     date not null,
  signer            text not null,
  reason            text not null,
  recorded_by       text not null,
  recorded_at       timestamptz not null,
  revoked_by        text,
  revoked_at        timestamptz,
  revocation_reason text,
  version           bigint not null,
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revocation_reason is null))
);
create index extension_of_period on extension (regime, period) where revoked_at is null;
create index extension_of_unit on extension using gin (units);
revoke delete, truncate on extension from "${application}";

-- The reports that units owe by their duties on the days on which they exist, with the deadline by the calendar and the one that
-- extensions give.
create view expected_report as
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
      or life @> p.window_to and (d.cut_off @> p.window_to or p.annual and d.annual @> p.window_to));
