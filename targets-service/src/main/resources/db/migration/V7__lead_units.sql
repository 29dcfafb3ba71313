-- The units that take over from one that ended, from cchc.units, so that a lead unit has its successor. A rebuild fills in the
-- successors of units that are known already.
alter table unit add column successors varchar[] not null default '{}';
create or replace view as_of.unit as
  select distinct on (code) code, name, "nameEn" as name_en, "validFrom" as valid_from, "validTo" as valid_to, version,
    array(select jsonb_array_elements_text(successors))::varchar[] as successors
  from public.recorded_event, jsonb_to_record(data) as event (code text, name text, "nameEn" text, "validFrom" date,
    "validTo" date, version bigint, successors jsonb)
  where topic = 'cchc.units' and occurred_at <= as_of.moment()
  order by code, version desc;

-- The days of an assignment can be changed.
alter table assignment add column version bigint not null default 1;
create or replace view as_of.assignment as
  select r.* from as_of.rows('assignment') as content, jsonb_populate_record(null::public.assignment, content) as r;
