-- The spans of years whose yearly amounts a reduction compares, and the yearly rise of a milestone. Null where the definition has
-- none.
alter table indicator
  add column baseline_from int,
  add column baseline_to int,
  add column compared_from int,
  add column compared_to int,
  add column rise_points numeric(7, 4),
  add column rise_from text;

create or replace view as_of.indicator as
  select r.* from as_of.rows('indicator') as content, jsonb_populate_record(null::public.indicator, content) as r;
