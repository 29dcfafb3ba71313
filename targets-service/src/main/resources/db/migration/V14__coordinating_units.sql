-- The units that work with the lead units of indicators (đơn vị phối hợp). They report no figure, so they are no assignments.
create table coordinating_unit (
  id         uuid   primary key,
  indicator  text   not null references indicator,
  unit       text   not null,
  valid_from date,
  valid_to   date,
  version    bigint not null,
  check (valid_to >= valid_from)
);
create index coordinating_unit_by_indicator on coordinating_unit (indicator, id);

create trigger coordinating_unit_version after insert or update or delete on coordinating_unit
  for each row execute function record_row_version('id');
create view as_of.coordinating_unit as
  select r.* from as_of.rows('coordinating_unit') as content,
    jsonb_populate_record(null::public.coordinating_unit, content) as r;
