-- What reviewers are limited to. A removed scope keeps its row, so that no version is used twice.
create table review_scope (
  id         uuid      primary key,
  subject    text      not null,
  units      varchar[] not null,
  indicators varchar[] not null,
  valid_from date,
  valid_to   date,
  removed    boolean   not null default false,
  version    bigint    not null,
  check (cardinality(units) + cardinality(indicators) > 0),
  check (valid_to >= valid_from)
);
create index review_scope_of_subject on review_scope (subject) where not removed;
revoke delete, truncate on review_scope from "${application}";
