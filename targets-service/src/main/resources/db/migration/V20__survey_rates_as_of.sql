-- With the rate: a view keeps the columns that its table had.
create or replace view as_of.survey_result as
  select * from public.survey_result where published_at <= as_of.moment();
