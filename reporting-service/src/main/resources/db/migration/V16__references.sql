-- The figures of other regimes' reports that a report refers to, as they were when it was submitted. A draft shows the current
-- ones, which are not stored.
alter table report add column figure_references jsonb not null default '[]';
alter table report_version add column figure_references jsonb not null default '[]';

create index report_version_with_references on report_version (regime, period, unit) where figure_references <> '[]';
