-- What was answered to which call, for a day; a row and its call's effect are of one transaction.
create table idempotency_record (
  client   text        not null,
  subject  text        not null,
  key      text        not null,
  -- Hash over method, path and body.
  request  text        not null,
  at       timestamptz not null,
  status   integer,
  location text,
  -- As it was sent; null where there was none, and where it is shown once.
  body     bytea,
  primary key (client, subject, key)
);

create index idempotency_record_by_time on idempotency_record (at);
