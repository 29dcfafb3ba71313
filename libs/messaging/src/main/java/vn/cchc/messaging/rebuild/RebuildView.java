package vn.cchc.messaging.rebuild;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Rebuild", description = "A rebuild of the read models of a service (dựng lại dữ liệu). Until it is DONE the service serves the previous data")
record RebuildView(UUID id, Instant requestedAt, Rebuild.State state,
        @Schema(description = "Offsets processed so far", examples = "1500") long processed,
        @Schema(description = "Offsets on the topics at the start: one for each event, and one for each commit marker of Kafka; 0 before the start", examples = "2000") long total,
        @Schema(description = "Progress in whole percent", examples = "75") int percent,
        @Schema(description = "Events that are dead letters", examples = "0") long skipped,
        @Schema(description = "Time at which it was DONE or FAILED", nullable = true) Instant endedAt,
        @Schema(description = "Reason of the failure", nullable = true) String failure) {

    static RebuildView of(Rebuild of) {
        int percent = of.state == Rebuild.State.DONE ? 100 : (int) (of.processed * 100 / Math.max(1, of.total));
        return new RebuildView(of.id, of.requestedAt, of.state, of.processed, of.total, percent, of.skipped, of.endedAt,
                of.failure);
    }
}
