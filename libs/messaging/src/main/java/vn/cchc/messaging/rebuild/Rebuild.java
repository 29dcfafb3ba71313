package vn.cchc.messaging.rebuild;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.UuidGenerator;

import vn.cchc.rest.change.Auditable;

/** That an operator asked for what a service keeps of others' events to be read anew, and how far that is. */
@Entity
class Rebuild implements Auditable {

    enum State {
        /** It waits to be taken up. */
        ASKED,
        RUNNING,
        /** What is served now was read from the topics. */
        DONE,
        /** What was served before is served still. */
        FAILED
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    Instant askedAt;
    @Enumerated(EnumType.STRING)
    State state = State.ASKED;
    long processed;
    long total;
    long skipped;
    Instant endedAt;
    String failure;

    protected Rebuild() {
    }

    Rebuild(Instant askedAt) {
        this.askedAt = askedAt;
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
        return new Asked(askedAt);
    }

    private record Asked(Instant askedAt) {
    }
}
