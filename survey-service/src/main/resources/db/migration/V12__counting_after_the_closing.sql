-- Since when the answers of a closed campaign are being counted; null before and after. Meanwhile closed_at is null, so that programs
-- of earlier releases neither show nor publish a result.
alter table campaign add column counting_since timestamptz;

-- The rewrite of a campaign reads and writes its own tables only, so that nobody waits for it: a lock of a parent is one of the tables
-- of all campaigns, and lasts until the commit. An index is built when the rows are there, which is faster than row by row.

-- Returns the table that takes the answers in plain, in random order. That of the texts is named like it.
create or replace function begin_answer_rewrite(campaign uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare parent text;
begin
  foreach parent in array array['invitation', 'answer', 'campaign_intake', 'stratum_intake'] loop
    execute format('create table %I (like %I including defaults)', 'new_' || answer_table(parent, campaign), answer_table(parent, campaign));
  end loop;
  -- The texts of a campaign have no table before.
  execute format('create table %I (campaign uuid not null, id uuid not null, question text not null, content text not null)',
    'new_' || answer_table('free_text', campaign));
  execute format('create table %I (question text not null, content text not null)', 'unsorted_' || answer_table('free_text', campaign));
  return 'new_' || answer_table('answer', campaign);
end $$;

-- Writes the other tables, and all indexes.
create function complete_answer_rewrite(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp
  set work_mem = '64MB' set maintenance_work_mem = '128MB' as $$
declare
  target constant text := 'new_' || answer_table('invitation', campaign);
  keys constant jsonb := '{"invitation": "token_hash", "answer": "id", "campaign_intake": null, "stratum_intake": "stratum", "free_text": "id"}';
  parent text;
  key text;
begin
  -- Spent ones in the order of their hashes, which tells nothing of when they were spent; the others as they were issued. With this
  -- collation they are sorted, not read one by one through the index.
  execute format('insert into %I (campaign, token_hash, group_code, spent, issued) select campaign, token_hash, group_code, spent, issued from %I where spent order by token_hash collate "C"',
    target, answer_table('invitation', campaign));
  execute format('insert into %I (campaign, token_hash, group_code, spent, issued) select campaign, token_hash, group_code, spent, issued from %I where not spent',
    target, answer_table('invitation', campaign));
  -- Counted again: programs of release 1.0.0 may have written some without counting them by stratum.
  execute format('insert into %I (campaign, stratum, invited, answered, invited_answers) select %L, coalesce(group_code, %L), count(*) filter (where issued), count(*) filter (where spent), count(*) filter (where spent and issued) from %I group by 2',
    'new_' || answer_table('stratum_intake', campaign), campaign, '', target);
  execute format('insert into %I (campaign, invitations, answers) select %L, coalesce(sum(invited), 0), (select count(*) from %I) from %I',
    'new_' || answer_table('campaign_intake', campaign), campaign, 'new_' || answer_table('answer', campaign),
    'new_' || answer_table('stratum_intake', campaign));
  execute format('insert into %I select %L, gen_random_uuid(), question, content from %I order by gen_random_uuid()',
    'new_' || answer_table('free_text', campaign), campaign, 'unsorted_' || answer_table('free_text', campaign));
  execute format('drop table %I', 'unsorted_' || answer_table('free_text', campaign));
  for parent, key in select * from jsonb_each_text(keys) loop
    execute format('alter table %I add primary key (%s)', 'new_' || answer_table(parent, campaign), concat_ws(', ', 'campaign', key));
    -- With it, attaching the table does not read it.
    execute format('alter table %I add constraint of_campaign check (campaign = %L)', 'new_' || answer_table(parent, campaign), campaign);
  end loop;
end $$;

-- Locks the tables of all campaigns, so that those of one can be replaced, or none of them if somebody else uses one: others wait
-- behind it for the time of the timeout only. The table of campaigns comes first, as a publication locks it before it reads the others.
create function try_lock_answer_tables(campaign uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp
  set lock_timeout = '250ms' as $$
declare part regclass;
begin
  lock table campaign in row exclusive mode;
  for part in select child.oid from pg_inherits join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
    where child.relname = answer_table(parent.relname, try_lock_answer_tables.campaign) loop
    execute format('lock table %s in access exclusive mode', part);
  end loop;
  lock table only invitation, only answer, only campaign_intake, only stratum_intake, only free_text, only sealed_answer
    in access exclusive mode;
  return true;
exception when lock_not_available then
  return false;
end $$;

-- The caller must have locked none of these tables: two such callers would wait for each other.
create function lock_answer_tables(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Not as long as the gateway waits.
  for attempt in 1..40 loop
    if try_lock_answer_tables(campaign) then
      return;
    end if;
    perform pg_sleep(0.25);
  end loop;
  raise exception 'the tables of answers are in use' using errcode = 'lock_not_available';
end $$;

-- Puts the new tables in the place of the old ones. It needs the locks.
create function replace_answer_tables(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare parent text;
begin
  foreach parent in array array['invitation', 'answer', 'campaign_intake', 'stratum_intake', 'free_text'] loop
    execute format('drop table if exists %I', answer_table(parent, campaign));
    execute format('alter table %I rename to %I', 'new_' || answer_table(parent, campaign), answer_table(parent, campaign));
    execute format('alter table %I attach partition %I for values in (%L)', parent, answer_table(parent, campaign), campaign);
    execute format('alter table %I drop constraint of_campaign', answer_table(parent, campaign));
  end loop;
  execute format('drop table %I', answer_table('sealed_answer', campaign));
end $$;

-- For programs of earlier releases.
create or replace function finish_answer_rewrite(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform complete_answer_rewrite(campaign);
  perform replace_answer_tables(campaign);
end $$;

-- For a campaign that was never used: the closing rewrites the tables of the others.
create or replace function drop_answer_tables(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare part regclass;
begin
  perform lock_answer_tables(campaign);
  if exists (select from invitation i where i.campaign = drop_answer_tables.campaign) then
    raise exception 'the campaign has invitations' using errcode = 'object_not_in_prerequisite_state';
  end if;
  for part in select child.oid from pg_inherits join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
    where child.relname = answer_table(parent.relname, drop_answer_tables.campaign) loop
    execute format('drop table %s', part);
  end loop;
end $$;
