package vn.cchc.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;

/** An event that could not be read or applied, and the decision of an operator on it. */
@Entity
class DeadLetter implements Auditable, Versioned {

    enum State {
        /** Not applied. */
        OPEN,
        /** Redelivered successfully. */
        APPLIED,
        /** An operator decided not to apply it. */
        DISMISSED
    }

    @Id
    UUID id;
    String sourceTopic;
    int sourcePartition;
    long sourceOffset;
    String key;
    UUID eventId;
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> headers;
    // A page of letters does not load the payloads.
    @Basic(fetch = FetchType.LAZY)
    byte[] payload;
    @Formula("coalesce(octet_length(payload), 0)")
    int size;
    String reason;
    String cause;
    Instant receivedAt;
    @Enumerated(EnumType.STRING)
    State state;
    Instant resolvedAt;
    @Version
    long lock;

    protected DeadLetter() {
    }

    /** The event as a message of its topic. */
    ConsumerRecord<String, byte[]> message() {
        RecordHeaders original = new RecordHeaders();
        headers.forEach((name, value) -> original.add(name, value.getBytes(UTF_8)));
        return new ConsumerRecord<>(sourceTopic, sourcePartition, sourceOffset, receivedAt.toEpochMilli(),
                TimestampType.NO_TIMESTAMP_TYPE, ConsumerRecord.NULL_SIZE, ConsumerRecord.NULL_SIZE, key, payload, original,
                Optional.empty());
    }

    /** Empty for an event without a payload. */
    byte[] payload() {
        return payload == null ? new byte[0] : payload;
    }

    void apply(Instant now) {
        resolve(State.APPLIED, now);
    }

    void dismiss(Instant now) {
        resolve(State.DISMISSED, now);
    }

    private void resolve(State resolution, Instant now) {
        requireOpen();
        state = resolution;
        resolvedAt = now;
    }

    void requireOpen() {
        if (state != State.OPEN) {
            throw new ProblemException(DeadLetterProblem.DEAD_LETTER_RESOLVED, state);
        }
    }

    @Override
    public String auditType() {
        return "dead-letter";
    }

    @Override
    public String auditId() {
        return id.toString();
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), auditId(), lock);
    }

    @Override
    public Object auditSnapshot() {
        return new DeadLetterAuditSnapshotV1(state.name());
    }

    private record DeadLetterAuditSnapshotV1(String state) {
    }
}
