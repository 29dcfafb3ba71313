-- The tasks of a plan (nhiệm vụ, giải pháp). Those that the plan prints are in its words. Whether a task is overdue depends on the
-- day on which it is read, so no state is stored.
create table task (
  code                text      primary key,
  plan                text      not null references plan,
  position            int       not null check (position > 0),
  group_number        text      not null,
  number              text      not null,
  printed             boolean   not null,
  heading             text,
  wording             text      not null,
  lead_unit           text,
  coordinating_units  varchar[] not null,
  deadline            date,
  budget              bigint    check (budget >= 0),
  reported_percent    int       check (reported_percent between 0 and 100),
  completed_on        date,
  completion_evidence jsonb,
  reopened_at         timestamptz,
  reopening_reason    text,
  version             bigint    not null,
  unique (plan, position),
  check ((completed_on is null) = (completion_evidence is null))
);
create trigger task_version after insert or update or delete on task
  for each row execute function record_row_version('code');
create view as_of.task as
  select r.* from as_of.rows('task') as content, jsonb_populate_record(null::public.task, content) as r;

-- What units report on their tasks. Rows are only added.
create table progress_note (
  task        text        not null references task,
  number      int         not null check (number > 0),
  unit        text        not null,
  text        text        not null,
  percent     int         check (percent between 0 and 100),
  evidence    jsonb       not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  primary key (task, number)
);

-- Requests of lead units to extend a deadline. A decision keeps the deadline that it replaces.
create table task_extension_request (
  task            text        not null references task,
  number          int         not null check (number > 0),
  unit            text        not null,
  deadline        date        not null,
  new_deadline    date        not null,
  reason          text        not null,
  requested_by    text        not null,
  requested_at    timestamptz not null,
  granted         boolean,
  decision_reason text,
  decided_by      text,
  decided_at      timestamptz,
  primary key (task, number),
  check (num_nulls(granted, decided_by, decided_at) in (0, 3))
);

-- The numbers of the sections whose items are tasks.
alter table plan add column task_sections varchar[] not null default '{}';
create or replace view as_of.plan as
  select r.* from as_of.rows('plan') as content, jsonb_populate_record(null::public.plan, content) as r;
update plan set task_sections = '{III,IV}' where code = 'KH-SGDDT-2022';
