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
  year_to     int   not null check (year_to >= year_from),
  text        jsonb
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
  direction_source text check (direction_source in ('PRINTED', 'READING')),
  lead_source text   not null check (lead_source in ('PRINTED', 'READING')),
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

-- The units that lead or report an indicator, with the days on which they do.
create table assignment (
  id         uuid    primary key,
  indicator  text    not null references indicator,
  unit       text    not null,
  lead       boolean not null,
  valid_from date,
  valid_to   date,
  check (valid_to >= valid_from)
);
create index assignment_by_key on assignment (indicator, unit) include (valid_from, valid_to);

-- The units, from cchc.units.
create table unit (
  code       text   primary key,
  name       text   not null,
  name_en    text   not null,
  valid_from date,
  valid_to   date,
  version    bigint not null
);

-- The reporting periods with their deadlines, from cchc.periods. A deadline can move.
create table period (
  regime        text    not null,
  code          text    not null,
  year          int     not null,
  period_from   date    not null,
  period_to     date    not null check (period_to >= period_from),
  year_from     date    not null,
  year_to       date    not null check (year_to >= year_from),
  annual        boolean not null,
  unit_deadline date    not null,
  cancelled     boolean not null,
  version       bigint  not null,
  primary key (regime, code)
);
create index period_of_year on period (regime, year);

-- The status of each report, from cchc.reports. A report that is withdrawn or returned is not handed in until it is
-- submitted again.
create table report_status (
  regime             text        not null,
  period             text        not null,
  unit               text        not null,
  report             uuid        not null,
  status             text        not null,
  first_submitted_at timestamptz,
  changed_at         timestamptz not null,
  version            bigint      not null,
  handed_in          boolean     not null generated always as (status in ('SUBMITTED', 'ACCEPTED')) stored,
  primary key (regime, period, unit) include (handed_in)
);

-- Every version of a unit's figure: accepted, corrected or retracted. Rows are only added. An event that is applied twice is
-- here twice. The time is the event's, so that a rebuild gives the same rows.
create table unit_result_version (
  id             bigint      generated always as identity primary key,
  indicator      text        not null,
  plan           text        not null,
  regime         text        not null,
  period         text        not null,
  unit           text        not null,
  year           int         not null,
  period_from    date,
  period_to      date,
  year_from      date,
  annual         boolean     not null,
  numerator      bigint,
  denominator    bigint,
  rating         text,
  statement      text,
  report         uuid        not null,
  report_version int         not null,
  submitted_by   text,
  submitted_at   timestamptz,
  accepted_by    text,
  accepted_at    timestamptz,
  seal           text,
  retracted_by   text,
  retracted_at   timestamptz,
  reason         text,
  recorded_at    timestamptz not null,
  check (retracted_at is not null or (period_from is not null and period_to is not null and year_from is not null
    and submitted_by is not null and submitted_at is not null and accepted_by is not null and accepted_at is not null
    and (rating is null) = (numerator is not null and denominator is not null)))
);
create index unit_result_version_by_key on unit_result_version
  (indicator, regime, year, period, unit, report_version desc, recorded_at desc, id desc);
create index unit_result_version_of_unit on unit_result_version (unit, indicator, regime, year);

-- The current figures: the last version of each, unless it is retracted.
create view unit_result as
  select * from (
    select distinct on (indicator, regime, year, period, unit) *
    from unit_result_version
    order by indicator, regime, year, period, unit, report_version desc, recorded_at desc, id desc) latest
  where retracted_at is null;

-- What each unit contributes to a year, derived from its current figures when one of them changes. The scoreboard groups and
-- sums these rows.
create table unit_contribution (
  indicator       text    not null,
  plan            text    not null,
  regime          text    not null,
  year            int     not null,
  unit            text    not null,
  basis           text    not null,
  cut_off         date    not null,
  annual          boolean not null,
  numerator       numeric(38) not null,
  denominator     numeric(38) not null,
  not_achieved    int     not null,
  partly_achieved int     not null,
  achieved        int     not null,
  primary key (indicator, regime, year, unit)
);

-- Every version of a satisfaction index. Rows are only added; the highest result version of a method counts. Methods are
-- separate series.
create table survey_result (
  id                    bigint      generated always as identity primary key,
  indicator             text        not null,
  plan                  text        not null,
  year                  int         not null,
  satisfied             bigint      not null,
  answers               bigint      not null check (satisfied between 0 and answers),
  respondents           bigint      not null,
  lower                 numeric(5, 2),
  upper                 numeric(5, 2),
  method                text        not null,
  method_version        int         not null,
  interval_method       text,
  result_version        int         not null,
  decision              jsonb,
  campaign              uuid        not null,
  questionnaire         text        not null,
  questionnaire_version int         not null,
  published_by          text        not null,
  published_at          timestamptz not null
);
create index survey_result_by_key on survey_result (indicator, year, method, result_version desc, id desc);
