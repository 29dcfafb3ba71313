-- The reports on administrative reform into which this plan's reports are nested (plan, "Tổ chức thực hiện", 1). Four a year;
-- the province sends on day 20 (581/BNV-CCHC). The days for units and for the Department are not published: our choice.
insert into regime (code, name, name_en, legal_basis, kind, frequencies, unit_deadline_day, department_deadline_day, province_deadline_day)
values ('CCHC', 'Báo cáo cải cách hành chính', 'Administrative-reform report', 'Nghị định 09/2019/NĐ-CP, điều 12; 581/BNV-CCHC',
  'PERIODIC', 'Q1,H1,Q3,YEAR', 16, 18, 20);
