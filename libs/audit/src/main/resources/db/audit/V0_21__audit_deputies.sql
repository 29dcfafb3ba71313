-- The person as whose deputy the actor acted. Such an entry is sealed in format 2.
alter table audit_entry add column on_behalf_of text;
grant insert (on_behalf_of) on audit_entry to "${application}";
alter table audit_seal drop constraint audit_seal_format_check;
alter table audit_seal add constraint audit_seal_format_check check (format between 1 and 2);
