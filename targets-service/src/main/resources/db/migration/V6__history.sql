-- What was known at an earlier moment. The views in the schema as_of have the names and columns of the tables that the readers
-- use, so a transaction reads the past as soon as as_of stands first in its search path and the setting cchc.as_of has a value.
create schema as_of;
grant usage on schema as_of to "${application}";
alter default privileges in schema as_of grant select on tables to "${application}";

create function as_of.moment() returns timestamptz language sql stable as $$
  select current_setting('cchc.as_of')::timestamptz
$$;

-- The events behind the tables unit, period, report_status and deadline_extension. Rows are only added. The time is that of the
-- change in the other service, so a rebuild gives the same rows.
create table recorded_event (
  id          uuid        primary key,
  topic       text        not null,
  occurred_at timestamptz not null,
  data        jsonb       not null
);
create index recorded_event_by_time on recorded_event (topic, occurred_at);

-- The rows of this service's own tables, at each change. Only the trigger adds rows.
create table row_version (
  number      bigint      generated always as identity primary key,
  table_name  text        not null,
  key         text        not null,
  recorded_at timestamptz not null,
  deleted     boolean     not null,
  content     jsonb       not null
);
create index row_version_by_key on row_version (table_name, key, number desc);
revoke insert, update, delete, truncate on row_version from "${application}";

create function record_row_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  content jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  key     text  := (select string_agg(content ->> part, '|' order by position)
                    from unnest(tg_argv) with ordinality as parts (part, position));
begin
  insert into row_version (table_name, key, recorded_at, deleted, content)
    values (tg_table_name, key, now(), tg_op = 'DELETE', content);
  return null;
end $$;
revoke execute on function record_row_version from public;

create trigger plan_version after insert or update or delete on plan
  for each row execute function record_row_version('code');
create trigger target_version after insert or update or delete on target
  for each row execute function record_row_version('plan', 'number');
create trigger indicator_version after insert or update or delete on indicator
  for each row execute function record_row_version('code');
create trigger milestone_version after insert or update or delete on milestone
  for each row execute function record_row_version('indicator', 'year');
create trigger assignment_version after insert or update or delete on assignment
  for each row execute function record_row_version('id');

-- What is there already was always known.
insert into row_version (table_name, key, recorded_at, deleted, content)
  select 'plan', code, '-infinity'::timestamptz, false, to_jsonb(plan) from plan
  union all select 'target', plan || '|' || number, '-infinity', false, to_jsonb(target) from target
  union all select 'indicator', code, '-infinity', false, to_jsonb(indicator) from indicator
  union all select 'milestone', indicator || '|' || year, '-infinity', false, to_jsonb(milestone) from milestone
  union all select 'assignment', id::text, '-infinity', false, to_jsonb(assignment) from assignment;
insert into recorded_event (id, topic, occurred_at, data)
  select gen_random_uuid(), 'cchc.units', '-infinity'::timestamptz, jsonb_build_object('code', code, 'name', name, 'nameEn', name_en,
    'validFrom', valid_from, 'validTo', valid_to, 'version', version) from unit
  union all select gen_random_uuid(), 'cchc.periods', '-infinity', jsonb_build_object('regime', regime, 'code', code, 'year', year,
    'from', period_from, 'to', period_to, 'yearFrom', year_from, 'yearTo', year_to, 'annual', annual, 'unitDeadline', unit_deadline,
    'cancelled', cancelled, 'version', version) from period
  union all select gen_random_uuid(), 'cchc.reports', changed_at, jsonb_build_object('regime', regime, 'period', period, 'unit', unit,
    'report', report, 'status', status, 'firstSubmittedAt', first_submitted_at, 'changedAt', changed_at, 'version', version,
    'acceptedVersion', accepted_version, 'closedAt', closed_at) from report_status
  union all select gen_random_uuid(), 'cchc.extensions', '-infinity', jsonb_build_object('extension', id, 'regime', regime,
    'period', period, 'units', to_jsonb(units), 'newDeadline', new_deadline, 'revoked', revoked, 'version', version)
    from deadline_extension;

create function as_of.rows(of_table text) returns setof jsonb language sql stable as $$
  select content from (
    select distinct on (key) content, deleted from public.row_version
    where table_name = of_table and recorded_at <= as_of.moment()
    order by key, number desc) latest
  where not deleted
$$;

create view as_of.plan as
  select r.* from as_of.rows('plan') as content, jsonb_populate_record(null::public.plan, content) as r;
create view as_of.target as
  select r.* from as_of.rows('target') as content, jsonb_populate_record(null::public.target, content) as r;
create view as_of.indicator as
  select r.* from as_of.rows('indicator') as content, jsonb_populate_record(null::public.indicator, content) as r;
create view as_of.milestone as
  select r.* from as_of.rows('milestone') as content, jsonb_populate_record(null::public.milestone, content) as r;
create view as_of.assignment as
  select r.* from as_of.rows('assignment') as content, jsonb_populate_record(null::public.assignment, content) as r;

create view as_of.unit as
  select distinct on (code) code, name, "nameEn" as name_en, "validFrom" as valid_from, "validTo" as valid_to, version
  from public.recorded_event, jsonb_to_record(data) as event (code text, name text, "nameEn" text, "validFrom" date,
    "validTo" date, version bigint)
  where topic = 'cchc.units' and occurred_at <= as_of.moment()
  order by code, version desc;

create view as_of.period as
  select distinct on (regime, code) regime, code, year, "from" as period_from, "to" as period_to, "yearFrom" as year_from,
    "yearTo" as year_to, annual, "unitDeadline" as unit_deadline, cancelled, version
  from public.recorded_event, jsonb_to_record(data) as event (regime text, code text, year int, "from" date, "to" date,
    "yearFrom" date, "yearTo" date, annual boolean, "unitDeadline" date, cancelled boolean, version bigint)
  where topic = 'cchc.periods' and occurred_at <= as_of.moment()
  order by regime, code, version desc;

create view as_of.report_status as
  select *, (status in ('SUBMITTED', 'ACCEPTED') or accepted_version is not null or closed_at is not null) as handed_in
  from (
    select distinct on (regime, period, unit) regime, period, unit, report, status, "firstSubmittedAt" as first_submitted_at,
      "changedAt" as changed_at, version, "acceptedVersion" as accepted_version, "closedAt" as closed_at
    from public.recorded_event, jsonb_to_record(data) as event (regime text, period text, unit text, report uuid, status text,
      "firstSubmittedAt" timestamptz, "changedAt" timestamptz, version bigint, "acceptedVersion" int, "closedAt" timestamptz)
    where topic = 'cchc.reports' and occurred_at <= as_of.moment()
    order by regime, period, unit, "changedAt" desc, version desc) latest;

create view as_of.deadline_extension as
  select distinct on (extension) extension as id, regime, period, array(select jsonb_array_elements_text(units))::varchar[] as units,
    "newDeadline" as new_deadline, revoked, version
  from public.recorded_event, jsonb_to_record(data) as event (extension uuid, regime text, period text, units jsonb,
    "newDeadline" date, revoked boolean, version bigint)
  where topic = 'cchc.extensions' and occurred_at <= as_of.moment()
  order by extension, version desc;

create view as_of.unit_result_version as
  select * from public.unit_result_version where recorded_at <= as_of.moment();

create view as_of.unit_result as
  select * from (
    select distinct on (indicator, regime, year, period, unit) *
    from as_of.unit_result_version
    order by indicator, regime, year, period, unit, report_version desc, recorded_at desc, id desc) latest
  where retracted_at is null;

create view as_of.survey_result as
  select * from public.survey_result where published_at <= as_of.moment();

-- Always empty: a transaction that reads the past derives the rows that it needs, and is rolled back.
create unlogged table as_of.unit_contribution (like public.unit_contribution);
grant insert on as_of.unit_contribution to "${application}";
