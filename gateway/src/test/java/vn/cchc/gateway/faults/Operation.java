package vn.cchc.gateway.faults;

/** A change that leaves one row in the audit trail of its service. */
record Operation(String service, String resource, String id, String action) {
}
