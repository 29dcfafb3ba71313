-- The imports of figures: what was asked, by whom, and how far the work has come. A worker of any replica takes a job, renews its
-- lease while it works, and loses the job to another worker when the lease has run out.
create table figure_import (
  id            uuid   primary key,
  regime        text   not null,
  period        text   not null,
  format        text   not null check (format in ('CSV', 'XLSX')),
  mode          text   not null check (mode in ('ALL_OR_NOTHING', 'ROW_BY_ROW')),
  dry_run       boolean not null,
  locale        text   not null check (locale in ('vi-VN', 'en-US')),
  sha256        text   not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size          bigint not null,
  -- The pieces of the file; they are removed when the work is done.
  upload        uuid   not null,
  state         text   not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'REFUSED', 'FAILED')),
  created_by    text   not null,
  client        text,
  roles         varchar[] not null,
  unit          text,
  units         varchar[] not null,
  request_id    text,
  x_road_id     text,
  x_road_user   text,
  x_road_client text,
  trace_id      text,
  created_at    timestamptz not null,
  ended_at      timestamptz,
  attempts      int    not null default 0,
  -- Changes with every lease, so that a worker that lost the job cannot commit.
  lease         uuid,
  leased_until  timestamptz,
  total         int,
  processed     int    not null default 0,
  -- Row by row: every row up to this one of the file is done.
  last_row      int    not null default 0,
  reports_created   int not null default 0,
  figures_changed   int not null default 0,
  figures_unchanged int not null default 0,
  rows_refused      int not null default 0,
  conflicts         int not null default 0
);
create index figure_import_same_file on figure_import (sha256);
create index figure_import_to_do on figure_import (id) where state in ('QUEUED', 'RUNNING');
create index figure_import_of_unit on figure_import (unit, id);

create table upload_chunk (
  upload      uuid  not null,
  place       int   not null,
  content     bytea not null,
  received_at timestamptz not null default now(),
  primary key (upload, place)
);
-- The content is compressed already or short-lived.
alter table upload_chunk alter column content set storage external;

create table import_conflict (
  import uuid not null references figure_import,
  number int  not null,
  sheet  text,
  -- Null for a conflict of the whole file.
  cell   text,
  code   text not null,
  args   varchar[] not null,
  primary key (import, number)
);
