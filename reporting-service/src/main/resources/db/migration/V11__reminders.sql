-- The reminders that were issued to units (đôn đốc), each once for its occasion: the deadline, or the number of the return.
create table reminder (
  id        uuid primary key,
  kind      text not null check (kind in ('ABOUT_TO_BE_DUE', 'DUE', 'LATE', 'RETURNED')),
  regime    text not null,
  period    text not null,
  unit      text not null,
  occasion  text not null,
  deadline  date not null,
  issued_at timestamptz not null,
  unique (regime, period, unit, kind, occasion)
);
create index reminder_of_unit on reminder (unit, id);
revoke update, delete, truncate on reminder from "${application}";
