-- What the quality gate finds in the reports as an import leaves them. The findings prevent no import, only the submission.
alter table figure_import add column errors int not null default 0;
alter table figure_import add column warnings int not null default 0;

create table import_finding (
  import    uuid not null references figure_import,
  number    int  not null,
  -- Null for a finding about the period.
  unit      text,
  indicator text,
  sheet     text,
  -- Null if the file has no row of this figure.
  cell      text,
  severity  text not null check (severity in ('ERROR', 'WARNING')),
  -- Null for a rule that holds under every regime.
  rule      text,
  code      text not null,
  -- The texts themselves: the values that a rule compared are of many types.
  detail    text not null,
  detail_en text not null,
  primary key (import, number)
);
