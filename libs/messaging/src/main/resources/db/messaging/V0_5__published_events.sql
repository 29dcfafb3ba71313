-- The events that were published, in their order: what Kafka gets back if it has lost its topics, or after a restore of this
-- database to an earlier time.
create table published_event (
  position    bigint generated always as identity primary key,
  event_id    uuid        not null unique,
  topic       text        not null,
  key         text        not null,
  type        text        not null,
  data        text        not null,
  occurred_at timestamptz not null
);

-- History is neither changed nor deleted.
revoke update, delete, truncate on published_event from "${application}";

-- The latest pruned event of the partition: a rebuild has to find it on the topic. Null for a floor of an earlier release.
alter table inbox_floor add column event_id uuid;

-- The newest event of each partition, for the pruning.
create index inbox_newest on inbox (topic, partition, "offset" desc);

create index dead_letter_of_event on dead_letter (event_id);
