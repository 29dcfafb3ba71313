-- The trace of the request that caused the event, in the format of the W3C's Trace Context; null without a request.
alter table outbox add column traceparent text;
