-- A revision can change the yearly rise of a milestone, and from what it rises.
alter table indicator_revision
  add column rise_points numeric(7, 4),
  add column rise_from text;

create or replace view as_of.indicator_revision as
  select r.* from as_of.rows('indicator_revision') as content,
    jsonb_populate_record(null::public.indicator_revision, content) as r;
