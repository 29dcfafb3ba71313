-- The extensions of units' deadlines for a period, from cchc.extensions. One that is revoked holds no more.
create table deadline_extension (
  id           uuid      primary key,
  regime       text      not null,
  period       text      not null,
  units        varchar[] not null,
  new_deadline date      not null,
  revoked      boolean   not null,
  version      bigint    not null
);
create index deadline_extension_of_period on deadline_extension (regime, period);
