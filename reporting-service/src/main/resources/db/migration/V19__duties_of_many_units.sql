-- As before, but a definition is read once and not again for each of its assignments: with thousands of them it is compressed and
-- stored apart, and was decompressed for every field of every assignment.
create or replace function reporting_duties(definition jsonb) returns table (regime text, unit text, basis text, days daterange)
language sql stable as $$
  select d.regime, a.unit, d.basis, daterange(a."from", a."to", '[]') * d.days
  from (
      select definition ->> 'regime' as regime, definition ->> 'type' as type,
        case definition ->> 'timeBasis' when 'FLOW' then 'FLOW' when 'COMPARISON' then 'ANNUAL' else 'CUT_OFF' end as basis,
        daterange(cast(definition ->> 'validFrom' as date), cast(definition ->> 'validTo' as date), '[]') as days,
        definition -> 'assignments' as assignments
      offset 0) as d
    cross join lateral jsonb_to_recordset(d.assignments) as a (unit text, "from" date, "to" date)
  where d.type <> 'SURVEY' and d.regime is not null and (a."to" >= a."from") is not false;
$$;

-- A plan for any number of changed units is one for ten of them.
alter function derive_reporting_duties() set plan_cache_mode = force_custom_plan;
