-- A report row is the working copy. Each acceptance adds a version to these tables, which are never changed. The version that
-- counts is report.accepted_version; it stays the same while a correction is prepared.
alter table report add column accepted_version int;

-- The correction that the working version comes from; null for version 1.
alter table report add column correction_reason_code text;
alter table report add column correction_reason text;
alter table report add column correction_requested_by text;
alter table report add column correction_changes text;
alter table report add column correction_by text;
alter table report add column correction_at timestamptz;

create table report_version (
  report       uuid not null references report,
  version      int  not null check (version >= 1),
  regime       text not null,
  period       text not null,
  unit         text not null,
  results      text,
  difficulties text,
  proposals    text,
  initiatives  text,
  contributors varchar[] not null,
  submitted_by text,
  submitted_at timestamptz,
  accepted_by  text,
  accepted_at  timestamptz not null,
  seal         text not null,
  seal_format  int  not null,
  correction_reason_code  text,
  correction_reason       text,
  correction_requested_by text,
  correction_changes      text,
  correction_by           text,
  correction_at           timestamptz,
  primary key (report, version),
  check (version = 1 or (correction_reason_code is not null and correction_reason is not null
    and correction_requested_by is not null and correction_changes is not null and correction_by is not null
    and correction_at is not null))
);
create index report_version_by_key on report_version (regime, period, unit, version);

create table report_version_figure (
  report      uuid not null,
  version     int  not null,
  indicator   text not null,
  numerator   bigint,
  denominator bigint,
  rating      text check (rating in ('NOT_ACHIEVED', 'PARTLY_ACHIEVED', 'ACHIEVED')),
  statement   text,
  entered_by  text        not null,
  entered_at  timestamptz not null,
  primary key (report, version, indicator),
  foreign key (report, version) references report_version,
  check (numerator <= denominator and denominator >= 0),
  check ((rating is null) = (numerator is not null and denominator is not null))
);

create table report_version_evidence (
  report  uuid not null,
  version int  not null,
  place   int  not null check (place between 0 and 99),
  number  text,
  date    date,
  issuer  text,
  title   text not null,
  page    text,
  url     text check (url ~* '^https?://'),
  sha256  text check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (report, version, place),
  foreign key (report, version) references report_version
);

revoke update, delete, truncate on report_version, report_version_figure, report_version_evidence from "${application}";

create function keep_version(accepted uuid) returns void language sql as $$
  insert into report_version (report, version, regime, period, unit, results, difficulties, proposals, initiatives,
    contributors, submitted_by, submitted_at, accepted_by, accepted_at, seal, seal_format, correction_reason_code,
    correction_reason, correction_requested_by, correction_changes, correction_by, correction_at)
  select id, version, regime, period, unit, results, difficulties, proposals, initiatives,
    coalesce((select array_agg(subject order by subject) from report_contributor where report = accepted), '{}'),
    submitted_by, submitted_at, accepted_by, accepted_at, seal, seal_format, correction_reason_code,
    correction_reason, correction_requested_by, correction_changes, correction_by, correction_at
  from report where id = accepted;

  insert into report_version_figure (report, version, indicator, numerator, denominator, rating, statement, entered_by,
    entered_at)
  select f.report, r.version, f.indicator, f.numerator, f.denominator, f.rating, f.statement, f.entered_by, f.entered_at
  from figure f join report r on r.id = f.report where r.id = accepted;

  insert into report_version_evidence (report, version, place, number, date, issuer, title, page, url, sha256)
  select e.report, r.version, e.place, e.number, e.date, e.issuer, e.title, e.page, e.url, e.sha256
  from evidence e join report r on r.id = e.report where r.id = accepted;

  update report set accepted_version = version where id = accepted;
$$;

-- In a rolling update the earlier release, which knows no versions, still accepts reports.
create function keep_version_of_earlier_release() returns trigger language plpgsql as $$
begin
  perform keep_version(new.id);
  return null;
end $$;

create trigger keep_version_of_earlier_release after update of state on report
  for each row when (new.state = 'ACCEPTED' and new.accepted_version is distinct from new.version)
  execute function keep_version_of_earlier_release();

select keep_version(id) from report where state = 'ACCEPTED';
