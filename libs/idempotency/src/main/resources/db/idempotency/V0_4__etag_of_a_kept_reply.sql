-- The state that the reply showed; null where no body is kept, and for replies from before this column.
alter table idempotency_record add column etag text;
