-- What was verified from the beginning: the chain up to this seal was intact then. A later verification starts behind the latest
-- row, and compares its hash with that of the seal.
create table audit_checkpoint (
  number      bigint      primary key generated always as identity,
  position    bigint      not null check (position > 0),
  hash        text        not null,
  verified_at timestamptz not null
);

revoke insert, update, delete, truncate on audit_checkpoint from "${application}";
grant insert (position, hash, verified_at) on audit_checkpoint to "${application}";
