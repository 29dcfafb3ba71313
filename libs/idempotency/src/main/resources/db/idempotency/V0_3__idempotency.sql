-- The calls of the last 24 hours and their responses. A row is inserted in the transaction of the effect.
create table idempotency_record (
  client   text        not null,
  subject  text        not null,
  key      text        not null,
  -- Hash over method, path and body.
  request  text        not null,
  at       timestamptz not null,
  status   integer,
  location text,
  -- As it was sent; null for a response without a body or with secrets.
  body     bytea,
  -- Of the body.
  etag     text,
  primary key (client, subject, key)
);

create index idempotency_record_by_time on idempotency_record (at);
