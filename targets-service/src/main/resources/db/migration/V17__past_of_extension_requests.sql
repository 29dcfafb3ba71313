-- The requests to extend the deadline of a task as they were known at a moment.
create view as_of.task_extension_request as
  select task, number, unit, deadline, new_deadline, reason, requested_by, requested_at,
    case when decided_at <= as_of.moment() then granted end as granted,
    case when decided_at <= as_of.moment() then decision_reason end as decision_reason,
    case when decided_at <= as_of.moment() then decided_by end as decided_by,
    case when decided_at <= as_of.moment() then decided_at end as decided_at
  from public.task_extension_request
  where requested_at <= as_of.moment();
