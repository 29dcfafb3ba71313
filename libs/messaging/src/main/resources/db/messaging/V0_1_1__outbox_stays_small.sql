-- Every row is deleted soon after it was written. By default PostgreSQL cleans up when a fifth of a table is dead, which for
-- one that once held a million rows is too late, and then in small steps; cleaning little and at once costs next to nothing.
alter table outbox set (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000,
  autovacuum_vacuum_cost_delay = 0);

-- Who notifies takes a lock of the whole server until the commit is on disk, so that commits queue up. While the relay is awake
-- it looks by itself; only one that sleeps, and holds the lock that is asked for here (OutboxTable), must be told. A writer
-- that finds it awake keeps it from falling asleep until the writer's transaction has ended.
create or replace function outbox_wakes_relay() returns trigger language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock_shared(x'0B0D'::bigint) then
    perform pg_notify('outbox', '');
  end if;
  return null;
end $$;
