-- No report is expected any more where it was closed because its unit ended.
alter table report_status add column closed_at timestamptz;
alter table report_status alter column handed_in
  set expression as (status in ('SUBMITTED', 'ACCEPTED') or accepted_version is not null or closed_at is not null);
