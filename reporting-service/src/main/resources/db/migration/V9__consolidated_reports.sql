-- The Department's consolidated reports (báo cáo tổng hợp), made from the accepted versions of the units' reports. While a report
-- is a draft, its content can be made anew; with the approval it is frozen.
create table consolidated_report (
  id          uuid primary key,
  regime      text not null,
  period      text not null,
  state       text not null check (state in ('DRAFT', 'APPROVED', 'SENT')),
  created_by  text        not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  -- Time at which the content was made from the accepted versions.
  compiled_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  signer      text,
  -- The letterhead and the receivers at the approval.
  letterhead  jsonb,
  seal        text,
  -- The format of the content that the seal was computed over.
  seal_format int,
  dispatch_number   text,
  dispatch_date     date,
  dispatch_channel  text check (dispatch_channel in ('DIRECT', 'POST', 'FAX', 'EMAIL', 'INFORMATION_SYSTEM')),
  dispatch_receiver text,
  dispatched_by     text,
  dispatched_at     timestamptz,
  lock        bigint not null,
  unique (regime, period),
  check ((state = 'DRAFT') = (approved_at is null)),
  check ((state = 'DRAFT') = (seal is null)),
  check ((seal is null) = (seal_format is null)),
  check ((seal is null) = (letterhead is null)),
  check ((state = 'SENT') = (dispatched_at is not null)),
  check ((state = 'SENT') = (dispatch_number is not null and dispatch_date is not null and dispatch_channel is not null
    and dispatch_receiver is not null))
);

-- Who made or edited any part; none of them can approve it.
create table consolidated_contributor (
  consolidated_report uuid not null references consolidated_report,
  subject             text not null,
  primary key (consolidated_report, subject)
);

-- The totals of the indicators: Σ numerators and Σ denominators, or the lowest rating.
create table consolidated_figure (
  consolidated_report uuid not null references consolidated_report,
  indicator   text not null,
  name        text not null,
  name_en     text not null,
  numerator   numeric(38),
  denominator numeric(38),
  rating      text check (rating in ('NOT_ACHIEVED', 'PARTLY_ACHIEVED', 'ACHIEVED')),
  -- How many units it sums up.
  units       bigint not null,
  -- The periods on which it rests; in an annual report they can be earlier ones.
  periods     text not null,
  primary key (consolidated_report, indicator),
  check (numerator is null or rating is null)
);

create table consolidated_section (
  consolidated_report uuid not null references consolidated_report,
  section   text not null check (section in ('GENERAL', 'RESULTS', 'DIFFICULTIES', 'INITIATIVES', 'PROPOSALS', 'NEXT_STEPS')),
  text      text not null,
  edited_by text not null,
  edited_at timestamptz not null,
  primary key (consolidated_report, section)
);

-- The accepted versions of which the report was made. An accepted version never changes, so its texts are not copied.
create table consolidated_source (
  consolidated_report uuid not null references consolidated_report,
  report  uuid not null,
  version int  not null,
  period  text not null,
  unit    text not null,
  primary key (consolidated_report, report),
  foreign key (report, version) references report_version
);
create index consolidated_source_of_unit on consolidated_source (consolidated_report, unit);

-- The units that had to report, and those that reported, with their names at the end of the period.
create table consolidated_unit (
  consolidated_report uuid not null references consolidated_report,
  unit     text not null references unit,
  name     text not null,
  expected boolean not null,
  primary key (consolidated_report, unit)
);

-- The proposals of the units (kiến nghị, đề xuất), each with the Department's answer. The number stays when the content is made anew.
create table consolidated_proposal (
  consolidated_report uuid not null references consolidated_report,
  number      int  not null check (number >= 1),
  unit        text not null,
  answer      text,
  answered_by text,
  answered_at timestamptz,
  primary key (consolidated_report, number),
  unique (consolidated_report, unit),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
