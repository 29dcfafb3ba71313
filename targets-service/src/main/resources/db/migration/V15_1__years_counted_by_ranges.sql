-- A year is counted some thousand units at a time, in the order of their codes: those up to this one are in the groups. No code of a
-- unit follows '~'.
alter table grouped_year add column counted_to text not null default '~';
