-- Whether a token was issued as an invitation. Other tokens are kept with their answer, so that it counts once: of paper forms, of
-- pages of open links, and of dossiers that were rated without an invitation. They were not invited and have no response rate.
alter table invitation add column issued boolean not null default true;
comment on column invitation.group_code is 'Code of the stratum; that of a group if the campaign has no strata of its own';

-- How many of those invited have answered.
alter table campaign add column invited_answers bigint;

create table open_link (
  id           uuid        primary key,
  campaign     uuid        not null references campaign,
  token_hash   text        not null,
  valid_until  timestamptz not null,
  max_answers  integer     not null check (max_answers > 0),
  max_per_hour integer     not null check (max_per_hour > 0),
  created_at   timestamptz not null,
  ended_at     timestamptz,
  answers      bigint      not null,
  -- Of the latest answer, without minutes.
  hour         timestamptz,
  hour_answers integer     not null,
  version      bigint      not null,
  unique (campaign, token_hash)
);

create index on open_link (campaign, id);

-- Only the end locks the tables of all campaigns, and only until the commit that follows.
create or replace function finish_answer_rewrite(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare parent text;
begin
  execute format('insert into %I (campaign, token_hash, group_code, spent, issued) select campaign, token_hash, group_code, spent, issued from %I order by gen_random_uuid()',
    'new_' || answer_table('invitation', campaign), answer_table('invitation', campaign));
  execute format('insert into %I (campaign, invitations, answers) select %L, (select count(*) from %I where issued), (select count(*) from %I)',
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
