-- One row for each time that a figure was counted. The sums cannot tell whether one was counted twice: the second time takes
-- out what the first brought in.
create table result_journal (
  id             bigint generated always as identity primary key,
  indicator      text        not null,
  period         text        not null,
  unit           text        not null,
  report         uuid        not null,
  report_version int         not null,
  applied_at     timestamptz not null default now()
);
