-- The units of a reporting year, counted by how they stand: what the scoreboard reads, so that it does not depend on how many
-- units report. Each change of a unit takes the unit out of one row and into another, in its own transaction. What depends on the
-- day of the reader, an extended deadline, is part of a row's standing.
create table unit_group (
  regime          text    not null,
  year            int     not null,
  indicator       text    not null,
  standing        text    not null generated always as (md5(coalesce(responsible, '-') || '|' || existing || '|'
    || coalesce(basis, '-') || '|' || coalesce((cut_off - date '2000-01-01')::text, '-') || '|' || coalesce(annual::text, '-') || '|'
    || handed_in || '|' || extended)) stored,
  responsible     text,
  existing        text    not null,
  basis           text,
  cut_off         date,
  annual          boolean,
  handed_in       text    not null,
  extended        text    not null,
  units           bigint  not null,
  numerator       numeric not null,
  denominator     numeric not null,
  not_achieved    bigint  not null,
  partly_achieved bigint  not null,
  achieved        bigint  not null,
  primary key (regime, year, indicator, standing)
);

-- The years whose groups are complete, with the days between which they were counted. Any other year is counted when it is read.
create table grouped_year (
  regime    text not null,
  year      int  not null,
  first_day date not null,
  last_day  date not null,
  primary key (regime, year)
);

-- A statement that does not maintain the groups, of an older version of the service or by hand, makes them incomplete, and so does
-- another calendar. The lock is the one of MaintainedGroups, which then counts them again.
create function forget_unit_groups() returns trigger language plpgsql as $$
begin
  if current_setting('cchc.unit_groups', true) is distinct from 'maintained' then
    perform pg_advisory_xact_lock_shared(hashtextextended('unit_group', 0));
    delete from grouped_year;
  end if;
  return null;
end $$;
create function forget_unit_groups_of_year() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('unit_group', 0));
  delete from grouped_year where regime in (old.regime, new.regime) and year in (old.year, new.year);
  return null;
end $$;
create function forget_all_unit_groups() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('unit_group', 0));
  delete from grouped_year;
  return null;
end $$;

create trigger unit_groups after insert or update or delete or truncate on unit_contribution
  for each statement execute function forget_unit_groups();
create trigger unit_groups after insert or update or delete or truncate on report_status
  for each statement execute function forget_unit_groups();
create trigger unit_groups after insert or update or delete or truncate on deadline_extension
  for each statement execute function forget_unit_groups();
create trigger unit_groups after insert or update or delete or truncate on assignment
  for each statement execute function forget_unit_groups();
create trigger unit_groups after insert or update or delete or truncate on unit
  for each statement execute function forget_unit_groups();
create trigger unit_groups after insert or update or delete on period
  for each row execute function forget_unit_groups_of_year();
create trigger unit_groups after update of plan on indicator
  for each statement execute function forget_all_unit_groups();

create index assignment_of_unit on assignment (unit, indicator) include (valid_from, valid_to);
create index assignment_of_leads on assignment (indicator) where lead;
create index unit_contribution_of_unit on unit_contribution (unit, regime, year);
