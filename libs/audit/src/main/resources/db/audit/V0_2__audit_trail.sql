-- One row per change, written in the transaction of the change.
create table audit_entry (
  id            uuid        primary key,
  at            timestamptz not null,
  actor         text        not null,
  client        text,
  roles         text[]      not null,
  unit          text,
  resource      text        not null,
  resource_id   text        not null,
  action        text        not null,
  changes       text        not null check (changes is json array),
  reason_code   text,
  reason        text,
  decision      text,
  trace_id      text,
  request_id    text,
  x_road_id     text,
  x_road_user   text,
  x_road_client text,
  -- The sealer skips the entries of transactions older than the latest horizon.
  transaction   xid8        not null default pg_current_xact_id()
);

create index audit_entry_by_resource on audit_entry (resource, resource_id);
create index audit_entry_by_actor on audit_entry (actor);
create index audit_entry_by_time on audit_entry (at);
create index audit_entry_by_transaction on audit_entry (transaction);

-- The chain: each seal contains the hash of the one before it, in the order of the commits.
create table audit_seal (
  position  bigint      primary key check (position > 0),
  entry     uuid        not null unique references audit_entry,
  previous  text        not null,
  -- Format of the content that the hash is computed over.
  format    smallint    not null check (format = 1),
  hash      text        not null,
  sealed_at timestamptz not null,
  -- All entries of older transactions are sealed.
  horizon   xid8        not null
);

-- The application's role can only read and insert. It cannot set the transaction of an entry, which could hide the entry from
-- the sealer, and it cannot write the history of the migrations.
revoke insert, update, delete, truncate on audit_entry from "${application}";
grant insert (id, at, actor, client, roles, unit, resource, resource_id, action, changes, reason_code, reason, decision,
  trace_id, request_id, x_road_id, x_road_user, x_road_client) on audit_entry to "${application}";
revoke update, delete, truncate on audit_seal from "${application}";
revoke insert, update, delete, truncate on ${flyway:table} from "${application}";
