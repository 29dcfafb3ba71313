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

-- A reporting regime (chế độ báo cáo): who reports what, how often, with which cut-off and deadlines.
create table regime (
  code                 text primary key,
  name                 text not null,
  name_en              text not null,
  legal_basis          text not null,
  kind                 text not null check (kind in ('PERIODIC', 'THEMATIC', 'AD_HOC')),
  frequencies          text not null,
  unit_deadline_day       int not null check (unit_deadline_day between 15 and 28),
  department_deadline_day int not null check (department_deadline_day between unit_deadline_day and 28),
  province_deadline_day   int not null check (province_deadline_day between department_deadline_day and 28),
  valid_from           date,
  valid_to             date
);

-- The definitions of indicators as published by targets-service.
create table indicator (
  code       text   primary key,
  definition jsonb  not null,
  version    bigint not null
);

create index indicator_by_unit on indicator using gin ((definition -> 'assignments') jsonb_path_ops);

create table report (
  id               uuid   primary key,
  regime           text   not null references regime,
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
  lock             bigint not null,
  unique (regime, period, unit),
  check ((state = 'ACCEPTED') = (accepted_at is not null))
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
  check (action <> 'RETURN' or (reason_code is not null and reason is not null))
);
