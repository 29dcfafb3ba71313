-- The life of a plan: draft, issued, amended, superseded or adopted, closed. Plans that are there are issued.
alter table plan add column state text not null default 'ISSUED';
alter table plan add column supersedes text;
alter table plan add column drafted_by text;
alter table plan add column superseded_by text;
alter table plan add column ended_on date;
alter table plan add column ended_in_year int;
alter table plan add column version bigint not null default 1;

-- The indicator of the superseded plan with which an indicator goes on.
alter table indicator add column adopts text;

-- What was recorded before this migration lacks the columns.
create or replace view as_of.plan as
  select r.* from as_of.rows('plan') as content,
    jsonb_populate_record(null::public.plan, '{"state": "ISSUED", "version": 1}'::jsonb || content) as r;
create or replace view as_of.indicator as
  select r.* from as_of.rows('indicator') as content, jsonb_populate_record(null::public.indicator, content) as r;
create or replace view as_of.assignment as
  select r.* from as_of.rows('assignment') as content,
    jsonb_populate_record(null::public.assignment, '{"version": 1}'::jsonb || content) as r;
