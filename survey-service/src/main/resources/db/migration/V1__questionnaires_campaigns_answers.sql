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
  indicator      text        not null,
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
  method          text,
  result_version  integer     check (result_version > 0),
  decision_number text,
  decision_date   date,
  decision_signer text,
  decision_reason text,
  invited        bigint,
  version        bigint      not null,
  unique (indicator, year, method, result_version),
  check ((state = 'PUBLISHED') = (result_version is not null and method is not null)),
  check ((coalesce(result_version, 1) > 1) = (decision_number is not null)),
  check (closes_on >= opens_on)
);

-- Each campaign has its own partition of invitation and answer. While it is open, a row's transaction number (xmin) tells which
-- invitation and which answer were written together. The closing writes both partitions again in one transaction and drops the
-- old ones with all their row versions, dead ones included, so that nothing is left in the tables to join.

-- Of a token only its hash is stored, and of its answer only that there is one.
create table invitation (
  campaign   uuid    not null,
  token_hash text    not null,
  group_code text,
  spent      boolean not null default false,
  primary key (campaign, token_hash)
) partition by list (campaign);

-- No reference to an invitation: a random id, no time, no counter, no client.
create table answer (
  campaign   uuid  not null,
  id         uuid  not null,
  group_code text,
  scores     jsonb not null,
  primary key (campaign, id)
) partition by list (campaign);

-- The application's role may not create tables, so these functions run as their owner.
create function answer_table(parent text, campaign uuid) returns text language sql immutable
  return parent || '_' || replace(campaign::text, '-', '');

-- Attaching an existing table locks the parent less than creating a partition does.
create function create_answer_tables(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare parent text;
begin
  foreach parent in array array['invitation', 'answer'] loop
    execute format('create table %I (like %I including all)', answer_table(parent, campaign), parent);
    execute format('alter table %I attach partition %I for values in (%L)', parent, answer_table(parent, campaign), campaign);
  end loop;
end $$;

-- In random order, with new random ids.
create function rewrite_answer_tables(campaign uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  parent text;
  columns text;
begin
  foreach parent in array array['invitation', 'answer'] loop
    columns := case parent when 'invitation' then 'campaign, token_hash, group_code, spent'
      else 'campaign, gen_random_uuid(), group_code, scores' end;
    execute format('create table %I (like %I including all)', 'new_' || answer_table(parent, campaign), parent);
    execute format('insert into %I select %s from %I order by random()', 'new_' || answer_table(parent, campaign), columns,
      answer_table(parent, campaign));
  end loop;
  foreach parent in array array['invitation', 'answer'] loop
    execute format('drop table %I', answer_table(parent, campaign));
    execute format('alter table %I rename to %I', 'new_' || answer_table(parent, campaign), answer_table(parent, campaign));
    execute format('alter table %I attach partition %I for values in (%L)', parent, answer_table(parent, campaign), campaign);
  end loop;
end $$;

-- The counts of a closed campaign; the empty group holds respondents without a group.
create table answer_count (
  campaign   uuid     not null references campaign,
  group_code text     not null,
  question   text     not null,
  value      smallint not null,
  answers    bigint   not null,
  primary key (campaign, group_code, question, value)
);

create table respondent_count (
  campaign             uuid   not null references campaign,
  group_code           text   not null,
  respondents          bigint not null,
  rating               bigint not null,
  fully_satisfied      bigint not null,
  never_satisfied      bigint not null,
  answers_squared      bigint not null,
  satisfied_squared    bigint not null,
  answers_by_satisfied bigint not null,
  primary key (campaign, group_code),
  check (fully_satisfied + never_satisfied <= rating and rating <= respondents)
);

-- Read model of the indicator definitions of targets-service.
create table indicator (
  code    text   primary key,
  plan    text   not null,
  type    text   not null,
  name    text   not null,
  name_en text   not null,
  version bigint not null
);
