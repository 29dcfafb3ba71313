package vn.cchc.messaging.republication;

import java.time.Instant;
import java.util.UUID;

import vn.cchc.rest.change.Auditable;

/** An operator's decision to publish all events of this service again. */
record Republication(UUID id, Instant requestedAt, long events) implements Auditable {

    @Override
    public String auditType() {
        return "republication";
    }

    @Override
    public String auditId() {
        return id.toString();
    }

    @Override
    public Object auditSnapshot() {
        return new RepublicationAuditSnapshotV1(requestedAt, events);
    }

    private record RepublicationAuditSnapshotV1(Instant requestedAt, long events) {
    }
}
