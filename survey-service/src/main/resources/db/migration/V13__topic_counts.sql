-- Per topic of the questionnaire, the respondents of a closed campaign and the sums that the variance between them requires;
-- counted by the closing. A campaign that an earlier release closed has none.
create table topic_respondent_count (
  campaign             uuid   not null references campaign,
  group_code           text   not null,
  topic                text   not null,
  rating               bigint not null,
  fully_satisfied      bigint not null,
  never_satisfied      bigint not null,
  answers_squared      bigint not null,
  satisfied_squared    bigint not null,
  answers_by_satisfied bigint not null,
  primary key (campaign, group_code, topic),
  check (fully_satisfied + never_satisfied <= rating)
);
comment on column topic_respondent_count.group_code is 'Code of the stratum; that of a group if the campaign has no strata of its own';
