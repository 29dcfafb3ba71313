-- An accepted report stays handed in while a correction is prepared.
alter table report_status add column accepted_version int;
alter table report_status alter column handed_in
  set expression as (status in ('SUBMITTED', 'ACCEPTED') or accepted_version is not null);
