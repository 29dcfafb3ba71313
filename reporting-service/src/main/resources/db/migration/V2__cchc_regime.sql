-- The reports on administrative reform that include this plan's reports (plan, "Tổ chức thực hiện", 1). Windows run from day 15
-- to day 14 (Decree 09/2019/NĐ-CP, art. 12). Four reports a year; the province sends on day 20 (581/BNV-CCHC). The days of the
-- units and of the Department are not published: our choice.
insert into regime (code, version, name, name_en, legal_basis, type, window_rule, period_types, deadlines)
values ('CCHC', 1, 'Báo cáo cải cách hành chính', 'Administrative-reform report',
  'Nghị định 09/2019/NĐ-CP, điều 12; 581/BNV-CCHC', 'PERIODIC',
  '{"startMonth": 12, "startDay": 15, "previousYear": true}',
  '[{"suffix": "Q1", "firstMonth": 1, "lastMonth": 3},
    {"suffix": "H1", "firstMonth": 1, "lastMonth": 6},
    {"suffix": "Q3", "firstMonth": 7, "lastMonth": 9},
    {"suffix": "",   "firstMonth": 1, "lastMonth": 12}]',
  '{"UNIT":       {"basis": "DAY_OF_MONTH", "value": 16},
    "DEPARTMENT": {"basis": "DAY_OF_MONTH", "value": 18},
    "PROVINCE":   {"basis": "DAY_OF_MONTH", "value": 20}}');
