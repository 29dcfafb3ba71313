create table unit (
  code        text   primary key check (code ~ '^[A-Z][A-Z0-9-]{1,34}$'),
  name        text   not null,
  name_en     text   not null,
  type        text   not null check (type in ('DEPARTMENT', 'OFFICE', 'SERVICE_UNIT')),
  parent      text   references unit,
  -- Issued under Decision 20/2020/QĐ-TTg; the Department's own is not published, so it is never guessed.
  agency_code text   unique,
  valid_from  date,
  valid_to    date,
  duty        text,
  version     bigint not null,
  check (valid_to >= valid_from)
);

-- The versions of the reporting regimes (chế độ báo cáo). A version is never changed; it replaces the earlier ones from the
-- first day of its validity.
create table regime (
  id           uuid primary key default uuidv7(),
  code         text not null check (code ~ '^[A-Z][A-Z0-9-]{1,34}$'),
  version      int  not null check (version >= 1),
  name         text not null,
  name_en      text not null,
  legal_basis  text not null,
  type         text not null check (type in ('PERIODIC', 'THEMATIC', 'AD_HOC')),
  -- First day of the reporting year.
  window_rule  jsonb not null,
  -- The parts of a reporting year for which reports are required.
  period_types jsonb not null,
  -- The deadline rule of each level.
  deadlines    jsonb not null,
  valid_from   date,
  valid_to     date,
  unique (code, version),
  check (valid_to >= valid_from)
);

-- Days off on weekdays, and weekend days on which work is made up (làm bù).
create table holiday (
  date            date primary key,
  type            text not null check (type in ('PUBLIC_HOLIDAY', 'COMPENSATORY_DAY_OFF', 'COMPENSATORY_WORKING_DAY')),
  name            text not null,
  name_en         text not null,
  -- The rule or the notice on which the day is based. Its number is null where it has none or is not known.
  source          text not null,
  document_number text,
  -- Whether the day was compared with the notice.
  confirmed       boolean not null,
  -- A removed day keeps its row, so that its version goes on if it is entered again.
  removed         boolean not null default false,
  version         bigint  not null default 1
);

-- The versions of the reporting periods (kỳ báo cáo), derived from regimes and holidays. The highest version is current.
create table period (
  id                  uuid primary key,
  regime              text    not null,
  code                text    not null check (code ~ '^20[0-9]{2}[A-Z0-9-]{0,8}$'),
  version             bigint  not null check (version >= 1),
  year                int     not null,
  window_from         date    not null,
  window_to           date    not null,
  year_from           date    not null,
  year_to             date    not null,
  annual              boolean not null,
  unit_deadline       date    not null,
  department_deadline date    not null,
  province_deadline   date    not null,
  cancelled           boolean not null,
  regime_version      int     not null,
  recorded_at         timestamptz not null,
  unique (regime, code, version),
  foreign key (regime, regime_version) references regime (code, version),
  check (year_from <= window_from and window_from <= window_to and window_to <= year_to),
  check (window_to < unit_deadline and unit_deadline <= department_deadline and department_deadline <= province_deadline)
);
create index period_of_year on period (regime, year);

-- The definitions of indicators as published by targets-service.
create table indicator (
  code       text   primary key,
  plan       text   not null,
  type       text   not null,
  time_basis text,
  definition jsonb  not null,
  version    bigint not null
);

create index indicator_by_unit on indicator using gin ((definition -> 'assignments') jsonb_path_ops);

create table report (
  id               uuid   primary key,
  regime           text   not null,
  period           text   not null,
  unit             text   not null references unit,
  state            text   not null check (state in ('DRAFT', 'AWAITING_UNIT_HEAD', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
  version          int    not null,
  results          text,
  difficulties     text,
  proposals        text,
  initiatives      text,
  created_by       text        not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  -- Time of the first valid submission, from which lateness counts.
  first_submitted_at timestamptz,
  submitted_by     text,
  submitted_at     timestamptz,
  accepted_by      text,
  accepted_at      timestamptz,
  seal             text,
  -- The format of the content that the seal was computed over.
  seal_format      int,
  lock             bigint not null,
  unique (regime, period, unit),
  check ((state = 'ACCEPTED') = (accepted_at is not null)),
  check ((state = 'ACCEPTED') = (seal is not null)),
  check ((seal is null) = (seal_format is null))
);
create index report_in_state on report (state, id);
create index report_of_unit on report (unit, id);

create table figure (
  report      uuid not null references report,
  indicator   text not null,
  numerator   bigint,
  denominator bigint,
  rating      text check (rating in ('NOT_ACHIEVED', 'PARTLY_ACHIEVED', 'ACHIEVED')),
  statement   text,
  entered_by  text        not null,
  entered_at  timestamptz not null,
  primary key (report, indicator),
  check (numerator <= denominator and denominator >= 0),
  check ((rating is null) = (numerator is not null and denominator is not null))
);

-- The documents that prove a report (minh chứng), in the order in which they were entered.
create table evidence (
  report uuid not null references report,
  place  int  not null check (place between 0 and 99),
  number text,
  date   date,
  issuer text,
  title  text not null,
  page   text,
  url    text check (url ~* '^https?://'),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (report, place)
);

-- Who entered, handed over or submitted any part of a report; none of them can accept it.
create table report_contributor (
  report  uuid not null references report,
  subject text not null,
  primary key (report, subject)
);

-- The status changes of a report: who, when, and why where a reason is mandatory.
create table status_change (
  report      uuid not null references report,
  number      int  not null,
  action      text not null,
  state       text not null,
  by          text not null,
  at          timestamptz not null,
  reason_code text,
  reason      text,
  primary key (report, number),
  check (action not in ('RETURN', 'RETURN_TO_AUTHOR') or (reason_code is not null and reason is not null))
);
