-- The transactions that have changed what the scoreboard reads. A reader that holds a scoreboard, and the snapshot of the database
-- from which it was made, sees by it whether the scoreboard is still right: it is, if no transaction in here is missing in that
-- snapshot. A counter would not do, because transactions do not become visible in the order in which they count.
create table scoreboard_change (
  transaction xid8 primary key
);
revoke insert, update, truncate on scoreboard_change from "${application}";

create function record_scoreboard_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into scoreboard_change (transaction) values (pg_current_xact_id()) on conflict do nothing;
  return null;
end $$;
revoke execute on function record_scoreboard_change from public;

do $$
declare
  read_table text;
begin
  foreach read_table in array array['plan', 'target', 'indicator', 'indicator_revision', 'milestone', 'assignment', 'coordinating_unit',
    'unit', 'period', 'report_status', 'deadline_extension', 'unit_result_version', 'unit_contribution', 'unit_group',
    'grouped_year', 'survey_result']
  loop
    execute format('create trigger scoreboard_change after insert or update or delete or truncate on %I
      for each statement execute function record_scoreboard_change()', read_table);
  end loop;
end $$;

-- A snapshot is compared only with transactions that are still listed, so one older than itself must be.
insert into scoreboard_change values (pg_current_xact_id());
