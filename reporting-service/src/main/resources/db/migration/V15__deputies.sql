-- Who acts for whom in a time. A removed row stays, so that no version is used twice.
create table deputy (
  id              uuid    primary key,
  role            text    not null check (role in ('UNIT_HEAD', 'REVIEWER')),
  principal       text    not null,
  deputy          text    not null,
  -- The unit of the head; null for a reviewer.
  unit            text    references unit,
  -- The only scope in which the deputy of a reviewer acts; null for all.
  review_scope    uuid    references review_scope,
  valid_from      date    not null,
  valid_to        date    not null,
  decision_number text    not null,
  removed         boolean not null default false,
  version         bigint  not null,
  check (principal <> deputy),
  check ((role = 'UNIT_HEAD') = (unit is not null)),
  check (review_scope is null or role = 'REVIEWER'),
  check (valid_to >= valid_from)
);
create index deputy_by_subject on deputy (deputy, role) where not removed;
revoke delete, truncate on deputy from "${application}";

-- The person as whose deputy the status was changed.
alter table status_change add column on_behalf_of text;
