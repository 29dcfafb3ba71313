-- The application's role can read and write the tables of the owner's migrations, and nothing else.
alter default privileges in schema public grant select, insert, update, delete on tables to "${application}";
alter default privileges in schema public grant usage, select on sequences to "${application}";

create table outbox (
  position    bigint generated always as identity primary key,
  event_id    uuid        not null,
  topic       text        not null,
  key         text        not null,
  type        text        not null,
  data        text        not null,
  occurred_at timestamptz not null
);

-- Every row is deleted soon after its insertion. By default PostgreSQL vacuums a table when a fifth of it is dead, which is too
-- late for a table that once had a million rows, and then in small steps; small and immediate vacuums cost next to nothing.
alter table outbox set (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000,
  autovacuum_vacuum_cost_delay = 0);

-- A notification takes a lock of the whole server until the commit is on disk, which serialises the commits. A busy relay polls;
-- only an idle one, which holds the lock that is tested here (OutboxTable), is notified. A writer that finds the relay busy keeps
-- it from becoming idle until the end of the writer's transaction.
create function notify_relay() returns trigger language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock_shared(x'0B0D'::bigint) then
    perform pg_notify('outbox', '');
  end if;
  return null;
end $$;

create trigger notify_relay after insert on outbox
  for each statement execute function notify_relay();

-- The processed events, each inserted in the transaction of its work. The position is needed to prune the ids by partition.
create table inbox (
  event_id   uuid        primary key,
  topic      text        not null,
  partition  int         not null,
  "offset"   bigint      not null,
  applied_at timestamptz not null default now()
);

-- All events of a partition up to the offset were processed, and their ids are pruned. An event that was sent later than
-- sent_before belongs to a recreated topic, whose offsets start at 0 again.
create table inbox_floor (
  topic       text        not null,
  partition   int         not null,
  "offset"    bigint      not null,
  sent_before timestamptz not null,
  primary key (topic, partition)
);

create table rebuild (
  id           uuid        primary key,
  requested_at timestamptz not null,
  state        text        not null check (state in ('REQUESTED', 'RUNNING', 'DONE', 'FAILED')),
  processed    bigint      not null,
  total        bigint      not null,
  skipped      bigint      not null,
  ended_at     timestamptz,
  failure      text
);

-- The events that could not be read or applied; they are on the dead-letter topics, too.
create table dead_letter (
  id               uuid        primary key,
  source_topic     text        not null,
  source_partition int         not null,
  source_offset    bigint      not null,
  key              text,
  event_id         uuid,
  headers          jsonb       not null,
  payload          bytea,
  reason           text        not null,
  cause            text,
  received_at      timestamptz not null,
  state            text        not null check (state in ('OPEN', 'APPLIED', 'DISMISSED')),
  resolved_at      timestamptz,
  lock             bigint      not null,
  -- In a recreated topic another event can have the same offset.
  unique nulls not distinct (source_topic, source_partition, source_offset, event_id)
);
create index dead_letter_open on dead_letter (id) where state = 'OPEN';
