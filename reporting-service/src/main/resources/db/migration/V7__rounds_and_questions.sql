-- The names of the only fields that can be changed after a return; null or empty for all.
alter table status_change add column reopened varchar[];

-- The content of a report at each submission. It is never changed. Who submitted, when, and what followed is in status_change.
create table report_round (
  report  uuid  not null references report,
  number  int   not null check (number >= 1),
  format  int   not null,
  content jsonb not null,
  primary key (report, number)
);
revoke update, delete, truncate on report_round from "${application}";

-- The questions of reviewers on single fields. Only the answer is added to a question.
create table report_question (
  report      uuid        not null references report,
  number      int         not null check (number >= 1),
  field       text        not null,
  text        text        not null,
  asked_by    text        not null,
  asked_at    timestamptz not null,
  answer      text,
  answered_by text,
  answered_at timestamptz,
  primary key (report, number),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index open_question on report_question (report) where answer is null;
revoke update, delete, truncate on report_question from "${application}";
grant update (answer, answered_by, answered_at) on report_question to "${application}";
