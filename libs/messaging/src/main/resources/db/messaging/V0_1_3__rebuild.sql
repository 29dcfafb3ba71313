-- That an operator asked for the read model to be read anew, and how far that is.
create table rebuild (
  id        uuid        primary key,
  asked_at  timestamptz not null,
  state     text        not null check (state in ('ASKED', 'RUNNING', 'DONE', 'FAILED')),
  processed bigint      not null,
  total     bigint      not null,
  skipped   bigint      not null,
  ended_at  timestamptz,
  failure   text
);
