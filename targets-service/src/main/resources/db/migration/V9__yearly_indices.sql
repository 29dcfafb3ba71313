-- The indices that the plan has reviewed every year (III.2), by the names that it prints. Their criteria and scores are entered.
create table yearly_index (
  code     text primary key,
  position int  not null unique,
  name     text not null,
  name_en  text not null
);
insert into yearly_index (code, position, name, name_en) values
  ('PAR-INDEX', 1, 'Bộ Chỉ số CCHC', 'Public Administration Reform Index (PAR Index)'),
  ('SIPAS', 2, 'Chỉ số đo lường sự hài lòng của người dân, doanh nghiệp đối với sự phục vụ của các cơ quan hành chính nhà nước',
    'Satisfaction Index of Public Administrative Services (SIPAS)'),
  ('PCI', 3, 'Chỉ số năng lực cạnh tranh cấp tỉnh', 'Provincial Competitiveness Index (PCI)'),
  ('PAPI', 4, 'Chỉ số hiệu quả quản trị cấp tỉnh', 'Provincial Governance and Public Administration Performance Index (PAPI)'),
  ('EDUCATION-SATISFACTION', 5, 'Chỉ số đo lường sự hài lòng của người dân đối với dịch vụ giáo dục',
    'Index of satisfaction with education services');

-- Versions of an index's criteria for a year, and of its scores by one of them. Rows are only added; the highest version counts.
create table criteria_set (
  yearly_index text        not null references yearly_index,
  year         int         not null,
  version      int         not null check (version > 0),
  criteria     jsonb       not null,
  document     text,
  reason       text,
  recorded_by  text        not null,
  recorded_at  timestamptz not null,
  primary key (yearly_index, year, version)
);
create table index_scores (
  yearly_index         text        not null,
  year                 int         not null,
  version              int         not null check (version > 0),
  criteria_set_version int         not null,
  scores               jsonb       not null,
  rank                 int         check (rank > 0),
  rank_of              int         check (rank_of >= rank),
  reason               text,
  recorded_by          text        not null,
  recorded_at          timestamptz not null,
  primary key (yearly_index, year, version),
  foreign key (yearly_index, year, criteria_set_version) references criteria_set
);
create view as_of.criteria_set as select * from public.criteria_set where recorded_at <= as_of.moment();
create view as_of.index_scores as select * from public.index_scores where recorded_at <= as_of.moment();

-- A task can be an improvement action: it answers a criterion of an index in a year.
alter table task add column improves_index text references yearly_index;
alter table task add column improves_year int;
alter table task add column improves_criterion text;
alter table task add check (num_nulls(improves_index, improves_year, improves_criterion) in (0, 3));
create index task_improving on task (improves_index, improves_year) where improves_index is not null;
create or replace view as_of.task as
  select r.* from as_of.rows('task') as content, jsonb_populate_record(null::public.task, content) as r;
