-- What could neither be read nor applied, as operators see it; the events themselves lie on the dead-letter topics too.
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
  received_at     timestamptz not null,
  state            text        not null check (state in ('OPEN', 'APPLIED', 'DISMISSED')),
  resolved_at       timestamptz,
  lock             bigint      not null,
  unique (source_topic, source_partition, source_offset)
);
create index dead_letter_open on dead_letter (id) where state = 'OPEN';
