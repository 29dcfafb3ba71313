-- Hibernate writes all columns of a changed indicator, so the trigger on the column plan forgot the groups of all years with each
-- assignment. Only another plan has an effect on them.
drop trigger unit_groups on indicator;
create trigger unit_groups after update on indicator
  for each row when (old.plan is distinct from new.plan) execute function forget_all_unit_groups();
