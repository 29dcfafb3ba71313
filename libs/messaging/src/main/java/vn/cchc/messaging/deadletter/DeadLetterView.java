package vn.cchc.messaging.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

@Schema(name = "DeadLetter", description = "An event that the service could neither read nor apply (sự kiện không xử lý được)")
record DeadLetterView(@JsonIgnore Revision revision, UUID id,
        @Schema(description = "Topic of the event", examples = "cchc.unit-results") String topic,
        @Schema(examples = "0") int partition, @Schema(examples = "1729") long offset,
        @Schema(description = "Events of the same key are in order", examples = "CT05.1 VP", nullable = true) String key,
        @Schema(description = "The CloudEvents id; null if it is unreadable", nullable = true) UUID eventId,
        @Schema(description = "Headers of the event, such as `ce_type` and `ce_source`") Map<String, String> headers,
        @Schema(description = "Size of the payload in bytes", examples = "412") int size,
        @Schema(description = "Why the event was not applied", examples = "no indicator CT99") String reason,
        @Schema(description = "Cause of the reason, if known", nullable = true) String cause, Instant receivedAt,
        @Schema(description = "OPEN: not applied. APPLIED: redelivered successfully. DISMISSED: an operator decided not to apply it") DeadLetter.State state,
        @Schema(description = "Time of the redelivery or the dismissal", nullable = true) Instant resolvedAt)
        implements
            Versioned {

    static DeadLetterView of(DeadLetter of) {
        return new DeadLetterView(of.revision(), of.id, of.sourceTopic, of.sourcePartition, of.sourceOffset, of.key, of.eventId,
                of.headers, of.size, of.reason, of.cause, of.receivedAt, of.state,
                of.resolvedAt);
    }
}
