-- The questions about numbers that the first export of a campaign's answers had; later exports have the same ones.
alter table campaign add column exported_numbers text[];
