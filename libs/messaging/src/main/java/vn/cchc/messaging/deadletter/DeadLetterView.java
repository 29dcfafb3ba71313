package vn.cchc.messaging.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Versioned;

@Schema(name = "DeadLetter", description = "An event that the service could neither read nor apply (sự kiện không xử lý được)")
record DeadLetterView(@JsonIgnore long revision, UUID id,
        @Schema(description = "Where the event lies", examples = "cchc.unit-results") String topic,
        @Schema(examples = "0") int partition, @Schema(examples = "1729") long offset,
        @Schema(description = "Events of the same key are in order", examples = "CT05.1 VP", nullable = true) String key,
        @Schema(description = "The CloudEvents id; null where it cannot be read", nullable = true) UUID eventId,
        @Schema(description = "What the event came with, such as `ce_type` and `ce_source`") Map<String, String> headers,
        @Schema(description = "Bytes of the payload", examples = "412") int size,
        @Schema(description = "What was wrong", examples = "no indicator CT99") String reason,
        @Schema(description = "What lay behind that", nullable = true) String cause, Instant receivedAt,
        @Schema(description = "OPEN: it counts nowhere yet. APPLIED: it was sent again, with success. DISMISSED: it was decided that it counts nowhere") DeadLetter.State state,
        @Schema(description = "When it was APPLIED or DISMISSED", nullable = true) Instant resolvedAt) implements Versioned {

    static DeadLetterView of(DeadLetter of) {
        return new DeadLetterView(of.lock, of.id, of.sourceTopic, of.sourcePartition, of.sourceOffset, of.key, of.eventId,
                of.headers, of.size, of.reason, of.cause, of.receivedAt, of.state,
                of.resolvedAt);
    }
}
