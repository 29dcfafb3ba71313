create table plan (
  code        text primary key,
  number      text,
  issued_on   date,
  title       text  not null,
  title_en    text  not null,
  issuer      text  not null,
  issuer_en   text  not null,
  legal_basis jsonb not null,
  regime      text  not null,
  valid_from  date  not null,
  valid_to    date  not null check (valid_to >= valid_from),
  year_from   int   not null,
  year_to     int   not null check (year_to >= year_from)
);

create table target (
  plan     text not null references plan,
  number   int  not null check (number > 0),
  wording  text not null,
  name_en  text not null,
  primary key (plan, number)
);

create table indicator (
  code        text   primary key,
  plan        text   not null,
  target      int    not null,
  position    int    not null check (position > 0),
  name        text   not null,
  name_en     text   not null,
  type        text   not null check (type in ('RATIO', 'REDUCTION', 'SURVEY', 'QUALITATIVE')),
  time_basis  text   check (time_basis in ('FLOW', 'STOCK', 'COMPARISON')),
  direction   text   check (direction in ('AT_LEAST', 'EXACTLY', 'AT_MOST')),
  continuation_rule  text   not null check (continuation_rule in ('MAINTAIN', 'MAINTAIN_IMPROVE', 'RAISE', 'NONE')),
  numerator   text,
  denominator text,
  version     bigint not null,
  foreign key (plan, target) references target,
  unique (plan, position),
  check ((direction is null) = (type = 'QUALITATIVE'))
);

create table milestone (
  indicator text not null references indicator,
  year      int  not null,
  percent   numeric(7, 4),
  primary key (indicator, year)
);

-- Who leads and who reports an indicator is dated data, not code.
create table assignment (
  id         uuid    primary key,
  indicator  text    not null references indicator,
  unit       text    not null,
  lead       boolean not null,
  valid_from date,
  valid_to   date,
  check (valid_to >= valid_from)
);
create index assignment_of_indicator on assignment (indicator);

-- What reporting-service told of its units.
create table unit (
  code       text   primary key,
  name       text   not null,
  name_en    text   not null,
  valid_from date,
  valid_to   date,
  version    bigint not null
);

-- The accepted figure of each unit: the rows that stand behind every result.
create table unit_result (
  indicator      text        not null,
  period         text        not null,
  unit           text        not null,
  year           int         not null,
  period_from    date        not null,
  period_to      date        not null,
  year_from      date        not null,
  annual         boolean     not null,
  next_due       date,
  numerator      bigint,
  denominator    bigint,
  rating         text,
  statement      text,
  report         uuid        not null,
  report_version int         not null,
  regime         text        not null,
  submitted_by   text        not null,
  submitted_at   timestamptz not null,
  accepted_by    text        not null,
  accepted_at    timestamptz not null,
  seal           text,
  primary key (indicator, period, unit),
  check ((rating is null) = (numerator is not null and denominator is not null))
);
create index unit_result_of_year on unit_result (indicator, year, unit);

-- The sums over units, kept apart by the periods that they rest on (the basis): a year is the sum of units that have
-- their annual report accepted, of units of which only the first half is known, and so on. A scoreboard reads a few rows
-- of it, however many units report.
create table result_aggregate (
  indicator       text   not null,
  period          text   not null,
  basis           text   not null,
  year            int    not null,
  period_to       date   not null,
  complete        boolean not null,
  next_due        date,
  units           bigint not null,
  numerator       numeric(38) not null,
  denominator     numeric(38) not null,
  not_achieved    bigint not null,
  partly_achieved bigint not null,
  achieved        bigint not null,
  primary key (indicator, period, basis)
);
create index result_aggregate_of_year on result_aggregate (year, indicator);

-- The satisfaction index that a published campaign gave an indicator for a year; the latest publication counts.
create table survey_result (
  indicator             text        not null,
  year                  int         not null,
  satisfied             bigint      not null,
  answers               bigint      not null check (satisfied between 0 and answers),
  respondents           bigint      not null,
  lower                 numeric(5, 2),
  upper                 numeric(5, 2),
  method                text        not null,
  method_version        int         not null,
  campaign              uuid        not null,
  questionnaire         text        not null,
  questionnaire_version int         not null,
  published_by          text        not null,
  published_at          timestamptz not null,
  primary key (indicator, year)
);
