package vn.cchc.system.faults;

/** A change with one row in the audit trail of its service. */
record Operation(String service, String resource, String id, String action) {
}
