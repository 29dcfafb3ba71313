-- When the single answers, and the texts in respondents' own words, were removed after their retention.
alter table campaign add column answers_removed_at timestamptz;
alter table campaign add column texts_removed_at timestamptz;

-- Removes what a closed campaign has in one of its tables, with the pages that held it, and returns how many rows there were.
create function remove_answer_rows(parent text, campaign uuid) returns bigint language plpgsql security definer
  set search_path = public, pg_temp set lock_timeout = '30s' as $$
declare removed bigint;
begin
  if parent not in ('answer', 'free_text') then
    raise exception 'not a table of answers: %', parent;
  end if;
  if not exists (select from campaign c where c.id = remove_answer_rows.campaign and c.state in ('CLOSED', 'PUBLISHED')) then
    raise exception 'the campaign is not closed' using errcode = 'object_not_in_prerequisite_state';
  end if;
  -- A campaign that an earlier release closed has no table of texts.
  if to_regclass(answer_table(parent, campaign)) is null then
    return 0;
  end if;
  execute format('select count(*) from %I', answer_table(parent, campaign)) into removed;
  execute format('truncate %I', answer_table(parent, campaign));
  return removed;
end $$;
