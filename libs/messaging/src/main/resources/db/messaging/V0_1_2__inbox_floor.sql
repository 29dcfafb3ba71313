-- Where an event was read, so that old ids can be pruned partition by partition.
alter table inbox
  add topic     text   not null default '',
  add partition int    not null default 0,
  add "offset"  bigint not null default 0;
-- Ids of before keep the empty topic, of which nothing newer comes: they are never pruned.
alter table inbox
  alter topic     drop default,
  alter partition drop default,
  alter "offset"  drop default;

-- Up to here everything of a partition was applied, and the ids are forgotten.
create table inbox_floor (
  topic     text   not null,
  partition int    not null,
  "offset"  bigint not null,
  primary key (topic, partition)
);
