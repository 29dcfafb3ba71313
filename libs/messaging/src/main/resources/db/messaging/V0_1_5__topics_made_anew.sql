-- What was sent later than this is not below the floor: it lies in a topic that was made anew, whose places begin at 0 again.
-- Of the floors of before it is not known, until they are raised.
alter table inbox_floor add sent_before timestamptz not null default 'infinity';
alter table inbox_floor alter sent_before drop default;

-- Nor is a letter the same as the one that lay at its place in the old topic.
alter table dead_letter drop constraint dead_letter_source_topic_source_partition_source_offset_key;
alter table dead_letter add unique nulls not distinct (source_topic, source_partition, source_offset, event_id);
