-- How long entries are kept at least. Only the owner's role can change it.
create table audit_retention (
  minimum   interval not null check (minimum >= interval '1 year'),
  only_row  boolean  primary key default true check (only_row)
);
insert into audit_retention (minimum) values (interval '10 years');

-- The last seal of each removal. The chain that is left continues the highest one.
create table audit_anchor (
  position   bigint      primary key check (position > 0),
  hash       text        not null,
  removed_at timestamptz not null default now()
);

revoke insert, update, delete, truncate on audit_retention, audit_anchor from "${application}";

-- Removes the oldest entries up to the first one that is kept, and returns their number. The application's role cannot delete
-- entries, so the function runs as its owner, and checks the age itself.
create function remove_old_audit_entries(older_than timestamptz, max_rows int) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  oldest  bigint;
  last    audit_seal;
  removed bigint;
begin
  if older_than > now() - (select minimum from audit_retention) then
    raise exception 'Entries of the audit trail are kept for at least %', (select minimum from audit_retention)
      using errcode = 'insufficient_privilege';
  end if;
  -- No seal is added meanwhile.
  perform pg_advisory_xact_lock(hashtextextended('audit_seal', 0));
  select min(position) into oldest from audit_seal;
  -- The latest seal stays, because the next one continues it. So does what was altered: a seal without its entry.
  select * into last from audit_seal
    where position < least(oldest + max_rows, (select max(position) from audit_seal),
      (select min(seal.position) from audit_seal seal left join audit_entry entry on entry.id = seal.entry
        where seal.position < oldest + max_rows
          and (entry.id is null or greatest(entry.at, seal.sealed_at) >= older_than)))
    order by position desc limit 1;
  if not found then
    return 0;
  end if;
  insert into audit_anchor (position, hash) values (last.position, last.hash);
  with seals as (delete from audit_seal where position <= last.position returning entry)
    delete from audit_entry using seals where audit_entry.id = seals.entry;
  get diagnostics removed = row_count;
  return removed;
end $$;

revoke execute on function remove_old_audit_entries from public;
grant execute on function remove_old_audit_entries to "${application}";
