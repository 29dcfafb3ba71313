-- The index of a survey in percent, where it is not satisfied ÷ answers, as in a weighted mean.
alter table survey_result add column rate numeric;
