-- Sections arrange the questions of a form. A questionnaire for internal use counts for no indicator.
alter table questionnaire alter column indicator drop not null;
alter table questionnaire add column title_km text;
alter table questionnaire add column sections jsonb not null default '[]';
alter table campaign alter column indicator drop not null;

-- The sums of the numbers that were given to a question; the empty group holds respondents without a group.
create table number_sum (
  campaign   uuid   not null references campaign,
  group_code text   not null,
  question   text   not null,
  answers    bigint not null,
  total      bigint not null,
  primary key (campaign, group_code, question)
);
comment on column number_sum.group_code is 'Code of the stratum; that of a group if the campaign has no strata of its own';

-- What respondents wrote, screened, when their campaign is closed: nothing joins a text to an answer or to another text.
create table free_text (
  campaign uuid not null,
  id       uuid not null,
  question text not null,
  content  text not null,
  primary key (campaign, id)
) partition by list (campaign);

-- Returns the table that takes the answers in plain, in random order. That of the texts is named like it.
create or replace function begin_answer_rewrite(campaign uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare parent text;
begin
  foreach parent in array array['invitation', 'answer', 'campaign_intake', 'free_text'] loop
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
  execute format('insert into %I select campaign, token_hash, group_code, spent from %I order by gen_random_uuid()',
    'new_' || answer_table('invitation', campaign), answer_table('invitation', campaign));
  execute format('insert into %I (campaign, invitations, answers) select %L, (select count(*) from %I), (select count(*) from %I)',
    'new_' || answer_table('campaign_intake', campaign), campaign, 'new_' || answer_table('invitation', campaign),
    'new_' || answer_table('answer', campaign));
  execute format('insert into %I select %L, gen_random_uuid(), question, content from %I order by gen_random_uuid()',
    'new_' || answer_table('free_text', campaign), campaign, 'unsorted_' || answer_table('free_text', campaign));
  execute format('drop table %I', 'unsorted_' || answer_table('free_text', campaign));
  foreach parent in array array['invitation', 'answer', 'campaign_intake', 'free_text'] loop
    -- The texts of a campaign have no table before.
    execute format('drop table if exists %I', answer_table(parent, campaign));
    execute format('alter table %I rename to %I', 'new_' || answer_table(parent, campaign), answer_table(parent, campaign));
    execute format('alter table %I attach partition %I for values in (%L)', parent, answer_table(parent, campaign), campaign);
    execute format('alter table %I drop constraint of_campaign', answer_table(parent, campaign));
  end loop;
  execute format('drop table %I', answer_table('sealed_answer', campaign));
end $$;
