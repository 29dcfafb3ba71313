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
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;

/** An event that waits for an operator, because it could neither be read nor applied. */
@Entity
class DeadLetter implements Auditable, Versioned {

    enum State {
        /** It counts nowhere yet. */
        OPEN,
        /** It was applied after all. */
        APPLIED,
        /** An operator decided that it counts nowhere. */
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
    // Read only for who asks for it: a page of letters need not hold two hundred of them.
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

    /** The event as it lay on its topic. */
    ConsumerRecord<String, byte[]> message() {
        RecordHeaders original = new RecordHeaders();
        headers.forEach((name, value) -> original.add(name, value.getBytes(UTF_8)));
        return new ConsumerRecord<>(sourceTopic, sourcePartition, sourceOffset, receivedAt.toEpochMilli(),
                TimestampType.NO_TIMESTAMP_TYPE, ConsumerRecord.NULL_SIZE, ConsumerRecord.NULL_SIZE, key, payload, original,
                Optional.empty());
    }

    /** Empty for an event that had none. */
    byte[] payload() {
        return payload == null ? new byte[0] : payload;
    }

    void apply(Instant now) {
        settle(State.APPLIED, now);
    }

    void dismiss(Instant now) {
        settle(State.DISMISSED, now);
    }

    private void settle(State as, Instant now) {
        mustBeOpen();
        state = as;
        resolvedAt = now;
    }

    void mustBeOpen() {
        if (state != State.OPEN) {
            throw new ProblemException(DeadLetterProblem.DEAD_LETTER_SETTLED, state);
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
    public long revision() {
        return lock;
    }

    @Override
    public Object auditSnapshot() {
        return new Audit(state);
    }

    private record Audit(State state) {
    }
}
