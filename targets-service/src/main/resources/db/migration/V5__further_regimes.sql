-- The codes of further regimes whose reports refer to an indicator's figure. The figure is reported under the plan's regime.
alter table indicator add column also_asked_by varchar[] not null default '{}';
