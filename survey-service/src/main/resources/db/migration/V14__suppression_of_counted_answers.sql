-- The k by which the answers of a closed campaign were counted: its figures stay suppressed by it, whatever the settings say later.
-- Null before, and if an earlier release counted them.
alter table campaign add column counted_suppress_below integer;
