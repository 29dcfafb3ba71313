-- The variances that need more than the counts; null if the method of the campaign needs none.
alter table campaign add column index_variances jsonb;
-- Of the published result; null if release 1.0.0 published it.
alter table campaign add column result_hash text;

-- Results as they were published.
create table published_result (
  campaign uuid    primary key references campaign,
  format   integer not null,
  content  text    not null,
  hash     text    not null
);
