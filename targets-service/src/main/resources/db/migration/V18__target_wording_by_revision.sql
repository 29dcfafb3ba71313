-- A revision can change the wording of the target that the indicator measures. The row of the target keeps the plan's words.
alter table indicator_revision
  add column target_wording text,
  add column target_name_en text;

create or replace view as_of.indicator_revision as
  select r.* from as_of.rows('indicator_revision') as content,
    jsonb_populate_record(null::public.indicator_revision, content) as r;
