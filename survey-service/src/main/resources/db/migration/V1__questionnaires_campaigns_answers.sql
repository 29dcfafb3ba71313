create table questionnaire (
  id        uuid    primary key,
  code      text    not null,
  version   integer not null check (version > 0),
  indicator text    not null,
  title     text    not null,
  title_en  text    not null,
  sources   jsonb   not null,
  topics    jsonb   not null,
  questions jsonb   not null,
  groups    jsonb   not null,
  unique (code, version)
);

create table campaign (
  id             uuid        primary key,
  questionnaire  uuid        not null references questionnaire,
  year           integer     not null,
  title          text        not null,
  opens_on       date,
  closes_on      date,
  planned_sample integer     check (planned_sample > 0),
  state          text        not null check (state in ('DRAFT', 'OPEN', 'CLOSED', 'PUBLISHED')),
  created_at     timestamptz not null,
  opened_at      timestamptz,
  closed_at      timestamptz,
  published_at   timestamptz,
  published_by   text,
  invited        bigint,
  version        bigint      not null,
  check (closes_on >= opens_on)
);

-- Of a token only its hash is kept, and of its answer only that there is one.
create table invitation (
  token_hash text primary key,
  campaign   uuid not null references campaign,
  group_code text,
  spent      boolean not null default false
);
create index on invitation (campaign);

-- Nothing here leads to an invitation: a random id, no time, no counter, no client.
create table answer (
  id         uuid  primary key,
  campaign   uuid  not null references campaign,
  group_code text,
  scores     jsonb not null
);
create index on answer (campaign);

-- What a closed campaign counted; the empty group is that of respondents who named none.
create table answer_count (
  campaign   uuid     not null references campaign,
  group_code text     not null,
  question   text     not null,
  value      smallint not null,
  answers    bigint   not null,
  primary key (campaign, group_code, question, value)
);

create table respondent_count (
  campaign    uuid   not null references campaign,
  group_code  text   not null,
  respondents bigint not null,
  rating      bigint not null,
  fully_satisfied bigint not null,
  primary key (campaign, group_code),
  check (fully_satisfied <= rating and rating <= respondents)
);

-- Learned from targets-service.
create table indicator (
  code    text   primary key,
  name    text   not null,
  name_en text   not null,
  version bigint not null
);
