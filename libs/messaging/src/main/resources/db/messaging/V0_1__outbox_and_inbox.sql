-- The application's role may read and write what the owner's migrations create, and nothing else.
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

create function outbox_wakes_relay() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;

create trigger outbox_wakes_relay after insert on outbox
  for each statement execute function outbox_wakes_relay();

-- One row per event that was applied: written in the transaction of the work, so that an event counts once.
create table inbox (
  event_id   uuid        primary key,
  applied_at timestamptz not null default now()
);
