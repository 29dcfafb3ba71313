-- The rules of the quality gate, as data of each version of a regime. The default is what every report was checked for before;
-- it also holds for a regime that an earlier release writes in a rolling update.
alter table regime add column quality_rules jsonb not null default
  '[{"type": "OBLIGATORY", "severity": "ERROR"}, {"type": "NUMERATOR_WITHIN_DENOMINATOR", "severity": "ERROR"}]';

-- CT05.2 counts among the procedures that CT05.1 counts (plan, target 5). The cumulative indicators are the flows of the plan: the
-- cases of a half-year are cases of the year. Thresholds are our choice, save 3.5 (Iglewicz and Hoaglin) and 1.5 (Tukey).
update regime set quality_rules =
  '[{"type": "OBLIGATORY", "severity": "ERROR"},
    {"type": "NUMERATOR_WITHIN_DENOMINATOR", "severity": "ERROR"},
    {"type": "EQUAL_PARTS", "severity": "ERROR", "indicator": "CT05.2", "part": "DENOMINATOR",
     "sourceIndicator": "CT05.1", "sourcePart": "NUMERATOR"},
    {"type": "CUMULATIVE", "severity": "ERROR",
     "indicators": ["CT01.1", "CT01.2", "CT02", "CT03.2", "CT05.3", "CT07", "CT09", "CT11", "CT12"]},
    {"type": "JUMP", "severity": "WARNING", "points": 20, "minimumCases": 10},
    {"type": "OUTLIER_HISTORY", "severity": "WARNING", "threshold": 3.5, "minimumValues": 8, "minimumPoints": 10, "minimumCases": 10},
    {"type": "OUTLIER_PEERS", "severity": "WARNING", "fences": 1.5, "minimumPeers": 8, "minimumPoints": 10, "minimumCases": 10}]'
where code = 'CCHC';

-- The explanations of warnings, by the key of the warning: the text, by whom and when.
alter table report add column explanations jsonb not null default '{}';
alter table report_version add column explanations jsonb not null default '{}';
