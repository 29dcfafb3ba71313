-- Changes of indicators by decisions. Null fields stay as they were. The table indicator keeps what the plan defines.
create table indicator_revision (
  id                uuid        primary key,
  indicator         text        not null references indicator,
  state             text        not null check (state in ('DRAFT', 'ISSUED', 'WITHDRAWN')),
  decision_number   text,
  decision_date     date,
  signer            text,
  rationale         text        not null,
  valid_from        date        not null,
  name              text,
  name_en           text,
  numerator         text,
  denominator       text,
  direction         text        check (direction in ('AT_LEAST', 'EXACTLY', 'AT_MOST')),
  continuation_rule text        check (continuation_rule in ('MAINTAIN', 'MAINTAIN_IMPROVE', 'RAISE', 'NONE')),
  milestones        jsonb,
  drafted_by        text        not null,
  drafted_at        timestamptz not null,
  issued_by         text,
  issued_at         timestamptz,
  published         boolean     not null default false,
  version           bigint      not null,
  check ((state = 'ISSUED') = (issued_at is not null)),
  check (state <> 'ISSUED' or decision_number is not null and decision_date is not null and signer is not null)
);
create index indicator_revision_by_indicator on indicator_revision (indicator, id);
create index indicator_revision_unpublished on indicator_revision (valid_from) where state = 'ISSUED' and not published;

create trigger indicator_revision_version after insert or update or delete on indicator_revision
  for each row execute function record_row_version('id');
create view as_of.indicator_revision as
  select r.* from as_of.rows('indicator_revision') as content,
    jsonb_populate_record(null::public.indicator_revision, content) as r;
