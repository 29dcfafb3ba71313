-- While a campaign is open, an answer exists only as a ciphertext of the campaign's key. The closing counts the answers, writes
-- them in plain, and deletes the ciphertexts and the key. So nobody who reads the tables joins a token to an answer: by the
-- transaction, the order or the time of a row a token leads to a ciphertext, and no ciphertext leads to an answer.

-- All of a campaign have one length.
create table sealed_answer (
  campaign uuid    not null,
  segment  integer not null,
  content  bytea   not null
) partition by list (campaign);

-- Of the same segment follow each other, so the index stays small.
create index on sealed_answer (segment);

-- What a campaign has, so that nobody counts rows. Each transaction that adds answers locks its row, and they are in the segment
-- that it then reads; whoever ends a segment waits for the transactions in it. The key is wrapped by that of the setting
-- cchc.survey.answer-key. The closing writes the partition again without it, so that no page keeps it.
create table campaign_intake (
  campaign      uuid    primary key,
  invitations   bigint  not null,
  answers       bigint  not null,
  segment       integer not null default 1,
  segment_began bigint  not null default 0,
  counted       integer not null default 0,
  wrapped_key   bytea
) partition by list (campaign);

create function create_partition(parent text, campaign uuid) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  execute format('create table %I (like %I including all)', answer_table(parent, campaign), parent);
  execute format('alter table %I attach partition %I for values in (%L)', parent, answer_table(parent, campaign), campaign);
end $$;

create or replace function create_answer_tables(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform create_partition(parent, create_answer_tables.campaign) from unnest(array['invitation', 'answer', 'sealed_answer', 'campaign_intake']) parent;
  insert into campaign_intake (campaign, invitations, answers) values (create_answer_tables.campaign, 0, 0);
end $$;

-- Returns the table that takes the answers in plain, in random order.
create function begin_answer_rewrite(campaign uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare parent text;
begin
  foreach parent in array array['invitation', 'answer', 'campaign_intake'] loop
    execute format('create table %I (like %I including all)', 'new_' || answer_table(parent, campaign), parent);
    -- With it, attaching the table does not read it.
    execute format('alter table %I add constraint of_campaign check (campaign = %L)', 'new_' || answer_table(parent, campaign), campaign);
  end loop;
  return 'new_' || answer_table('answer', campaign);
end $$;

-- Only the end locks the tables of all campaigns, and only until the commit that follows.
create function finish_answer_rewrite(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare parent text;
begin
  execute format('insert into %I select campaign, token_hash, group_code, spent from %I order by gen_random_uuid()',
    'new_' || answer_table('invitation', campaign), answer_table('invitation', campaign));
  execute format('insert into %I (campaign, invitations, answers) select %L, (select count(*) from %I), (select count(*) from %I)',
    'new_' || answer_table('campaign_intake', campaign), campaign, 'new_' || answer_table('invitation', campaign),
    'new_' || answer_table('answer', campaign));
  foreach parent in array array['invitation', 'answer', 'campaign_intake'] loop
    execute format('drop table %I', answer_table(parent, campaign));
    execute format('alter table %I rename to %I', 'new_' || answer_table(parent, campaign), answer_table(parent, campaign));
    execute format('alter table %I attach partition %I for values in (%L)', parent, answer_table(parent, campaign), campaign);
    execute format('alter table %I drop constraint of_campaign', answer_table(parent, campaign));
  end loop;
  execute format('drop table %I', answer_table('sealed_answer', campaign));
end $$;

-- For programs of release 1.0.0, which know no sealed answers: a campaign that has some is closed by a newer one.
create or replace function rewrite_answer_tables(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare target text;
begin
  if exists (select from sealed_answer s where s.campaign = rewrite_answer_tables.campaign) then
    raise exception 'sealed answers are counted by a newer release' using errcode = 'object_not_in_prerequisite_state';
  end if;
  target := begin_answer_rewrite(campaign);
  execute format('insert into %I select campaign, gen_random_uuid(), group_code, scores from %I order by gen_random_uuid()', target,
    answer_table('answer', campaign));
  perform finish_answer_rewrite(campaign);
end $$;

-- Answers that release 1.0.0 took stay as they are until the closing, which counts them with the others.
select create_partition('campaign_intake', id) from campaign;
select create_partition('sealed_answer', id) from campaign where state in ('DRAFT', 'OPEN');

insert into campaign_intake (campaign, invitations, answers, segment_began)
select id, (select count(*) from invitation where invitation.campaign = campaign.id), answers, answers
from campaign, lateral (select count(*) as answers from answer where answer.campaign = campaign.id) as stored;
