-- A text as it is searched: without case and diacritics, and đ as d. PostgreSQL's unaccent is an extension, and not immutable.
create function without_diacritics(text text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(translate(text, 'đĐ', 'dD'), NFD), '[\u0300-\u036f]', '', 'g'));

alter table unit add column search_text text
  generated always as (without_diacritics(name || ' ' || name_en || ' ' || code)) stored;
