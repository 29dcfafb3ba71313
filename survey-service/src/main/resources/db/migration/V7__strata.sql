-- Campaigns of release 1.0.0, and those that its programs create beside this one, keep its rules: the defaults.
alter table campaign
  -- Its programs said of the days that they are planned, so a campaign of theirs is opened and closed by hand only.
  add window_enforced boolean not null default false,
  -- In percent.
  add margin_of_error numeric not null default 5,
  add modes           jsonb   not null default '["LINK", "PAPER", "SYSTEM"]',
  -- Null: as the settings say.
  add min_respondents integer,
  add suppress_below  integer,
  add aggregation     text    not null default 'POOLED',
  add weighting       text    not null default 'NONE';

-- A campaign without rows has one stratum for each group of its questionnaire, with the group's code.
create table stratum (
  campaign   uuid    not null references campaign,
  position   integer not null,
  code       text    not null,
  name       text    not null,
  name_en    text    not null,
  group_code text,
  unit       text,
  place      text,
  population bigint  check (population > 0),
  primary key (campaign, code)
);

-- Counted as they come, by the stratum of the invitation: which stratum a respondent named is part of the answer. The empty
-- code is that of invitations without a stratum. The closing writes the partition again, so that no page keeps the
-- transactions of the answers.
create table stratum_intake (
  campaign uuid   not null,
  stratum  text   not null,
  invited  bigint not null default 0,
  answered bigint not null default 0,
  -- Of those invited.
  invited_answers bigint not null default 0,
  primary key (campaign, stratum)
) partition by list (campaign);

create or replace function create_answer_tables(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform create_partition(parent, create_answer_tables.campaign)
  from unnest(array['invitation', 'answer', 'sealed_answer', 'campaign_intake', 'stratum_intake']) parent;
  insert into campaign_intake (campaign, invitations, answers) values (create_answer_tables.campaign, 0, 0);
end $$;

-- Returns the table that takes the answers in plain, in random order. That of the texts is named like it.
create or replace function begin_answer_rewrite(campaign uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare parent text;
begin
  foreach parent in array array['invitation', 'answer', 'campaign_intake', 'stratum_intake', 'free_text'] loop
    execute format('create table %I (like %I including all)', 'new_' || answer_table(parent, campaign), parent);
    -- With it, attaching the table does not read it.
    execute format('alter table %I add constraint of_campaign check (campaign = %L)', 'new_' || answer_table(parent, campaign), campaign);
  end loop;
  execute format('create table %I (question text not null, content text not null)', 'unsorted_' || answer_table('free_text', campaign));
  return 'new_' || answer_table('answer', campaign);
end $$;

-- Only the end locks the tables of all campaigns, and only until the commit that follows.
create or replace function finish_answer_rewrite(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare parent text;
begin
  execute format('insert into %I (campaign, token_hash, group_code, spent, issued) select campaign, token_hash, group_code, spent, issued from %I order by gen_random_uuid()',
    'new_' || answer_table('invitation', campaign), answer_table('invitation', campaign));
  execute format('insert into %I (campaign, invitations, answers) select %L, (select count(*) from %I where issued), (select count(*) from %I)',
    'new_' || answer_table('campaign_intake', campaign), campaign, 'new_' || answer_table('invitation', campaign),
    'new_' || answer_table('answer', campaign));
  -- Counted again: programs of release 1.0.0 may have written some without counting them by stratum.
  execute format('insert into %I (campaign, stratum, invited, answered, invited_answers) select %L, coalesce(group_code, %L), count(*) filter (where issued), count(*) filter (where spent), count(*) filter (where spent and issued) from %I group by 2',
    'new_' || answer_table('stratum_intake', campaign), campaign, '', 'new_' || answer_table('invitation', campaign));
  execute format('insert into %I select %L, gen_random_uuid(), question, content from %I order by gen_random_uuid()',
    'new_' || answer_table('free_text', campaign), campaign, 'unsorted_' || answer_table('free_text', campaign));
  execute format('drop table %I', 'unsorted_' || answer_table('free_text', campaign));
  foreach parent in array array['invitation', 'answer', 'campaign_intake', 'stratum_intake', 'free_text'] loop
    -- The texts of a campaign have no table before.
    execute format('drop table if exists %I', answer_table(parent, campaign));
    execute format('alter table %I rename to %I', 'new_' || answer_table(parent, campaign), answer_table(parent, campaign));
    execute format('alter table %I attach partition %I for values in (%L)', parent, answer_table(parent, campaign), campaign);
    execute format('alter table %I drop constraint of_campaign', answer_table(parent, campaign));
  end loop;
  execute format('drop table %I', answer_table('sealed_answer', campaign));
end $$;

select create_partition('stratum_intake', id) from campaign;

insert into stratum_intake (campaign, stratum, invited, answered, invited_answers)
select campaign, coalesce(group_code, ''), count(*) filter (where issued), count(*) filter (where spent), count(*) filter (where spent and issued)
from invitation group by 1, 2;

comment on column answer.group_code is 'Code of the stratum; that of a group if the campaign has no strata of its own';
comment on column answer_count.group_code is 'Code of the stratum; that of a group if the campaign has no strata of its own';
comment on column respondent_count.group_code is 'Code of the stratum; that of a group if the campaign has no strata of its own';

-- For a campaign that was never used: the closing rewrites the tables of the others.
create function drop_answer_tables(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare part regclass;
begin
  if exists (select from invitation i where i.campaign = drop_answer_tables.campaign) then
    raise exception 'the campaign has invitations' using errcode = 'object_not_in_prerequisite_state';
  end if;
  for part in select child.oid from pg_inherits join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
    where child.relname = answer_table(parent.relname, drop_answer_tables.campaign) loop
    execute format('drop table %s', part);
  end loop;
end $$;
