package vn.cchc.messaging.rebuild;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.UuidGenerator;

import vn.cchc.rest.change.Auditable;

/** A rebuild of the read models, requested by an operator, and its progress. */
@Entity
class Rebuild implements Auditable {

    enum State {
        /** Not started yet. */
        REQUESTED,
        RUNNING,
        /** The read models were rebuilt from the topics. */
        DONE,
        /** The read models are unchanged. */
        FAILED
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    Instant requestedAt;
    @Enumerated(EnumType.STRING)
    State state = State.REQUESTED;
    long processed;
    long total;
    long skipped;
    Instant endedAt;
    String failure;

    protected Rebuild() {
    }

    Rebuild(Instant requestedAt) {
        this.requestedAt = requestedAt;
    }

    @Override
    public String auditType() {
        return "rebuild";
    }

    @Override
    public String auditId() {
        return id.toString();
    }

    @Override
    public Object auditSnapshot() {
        return new RebuildAuditSnapshotV1(requestedAt);
    }

    private record RebuildAuditSnapshotV1(Instant requestedAt) {
    }
}
