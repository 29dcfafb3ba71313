-- What a unit was called, what it was and to whom it belonged, by days. The row of the unit holds what is true now. A unit without
-- rows here has been what its row says on every day of its life: so it is with the units that an earlier release has created.
create table unit_name (
  unit       text not null references unit,
  -- Null: from the first day of the unit; until its last day.
  valid_from date,
  valid_to   date,
  name       text not null,
  name_en    text not null,
  type       text not null check (type in ('DEPARTMENT', 'OFFICE', 'SERVICE_UNIT')),
  unique nulls not distinct (unit, valid_from),
  check (valid_to >= valid_from)
);

create table unit_parent (
  unit       text not null references unit,
  tree       text not null check (tree in ('ORGANISATION', 'REPORTING')),
  valid_from date,
  valid_to   date,
  -- Null at the top of the tree.
  parent     text references unit,
  unique nulls not distinct (unit, tree, valid_from),
  check (valid_to >= valid_from)
);
create index unit_parent_of on unit_parent (parent);

-- The codes of a unit in other systems, and its former agency codes.
create table unit_identifier (
  unit       text not null references unit,
  scheme     text not null,
  value      text not null,
  valid_from date,
  valid_to   date,
  unique nulls not distinct (unit, scheme, value, valid_from),
  check (valid_to >= valid_from)
);
create index unit_identifier_value on unit_identifier (scheme, value);

-- No foreign key, which would bind the units of an earlier release too: unit_parent has it.
alter table unit
  add column reporting_parent text,
  add column predecessors varchar[] not null default '{}',
  add column successors varchar[] not null default '{}',
  add column updated_at timestamptz not null default now();
create index unit_below on unit (parent);

-- Reports went up the tree of the organisation until now.
update unit set reporting_parent = parent;
insert into unit_name (unit, name, name_en, type) select code, name, name_en, type from unit;
insert into unit_parent (unit, tree, parent) select code, tree, parent from unit cross join (values ('ORGANISATION'), ('REPORTING')) as trees (tree);

-- The changes of units with their legal documents. A change is never altered.
create table unit_change (
  id              uuid primary key,
  unit            text not null references unit,
  type            text not null check (type in ('RENAME', 'MERGE', 'SPLIT', 'TRANSFER', 'DISSOLVE')),
  -- The first day on which the change holds.
  date            date not null,
  document_number text not null,
  document_date   date not null,
  document_issuer text not null,
  document_title  text not null,
  name            text,
  name_en         text,
  unit_type       text,
  tree            text,
  parent          text references unit,
  predecessors    varchar[] not null,
  successors      varchar[] not null,
  -- Every unit that the change concerns, also those whose parent it replaced.
  units           varchar[] not null,
  recorded_by     text not null,
  recorded_at     timestamptz not null
);
create index unit_change_of on unit_change using gin (units);
revoke update, delete, truncate on unit_change from "${application}";
