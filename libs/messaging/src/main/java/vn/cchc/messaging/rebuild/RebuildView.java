package vn.cchc.messaging.rebuild;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Rebuild", description = "A rebuild of what a service keeps of others' events (dựng lại dữ liệu). Until it is DONE the service answers from what it had")
record RebuildView(UUID id, Instant askedAt, Rebuild.State state,
        @Schema(description = "Places of the topics that were passed", examples = "1500") long processed,
        @Schema(description = "Places on the topics when it began: one for each event, and one for each mark that Kafka sets after a batch of them; 0 before that", examples = "2000") long total,
        @Schema(description = "Whole percent of them", examples = "75") int percent,
        @Schema(description = "Events that stay dead letters, or became some", examples = "0") long skipped,
        @Schema(description = "When it was DONE or FAILED", nullable = true) Instant endedAt,
        @Schema(description = "ChangeReason it FAILED", nullable = true) String failure) {

    static RebuildView of(Rebuild of) {
        int percent = of.state == Rebuild.State.DONE ? 100 : (int) (of.processed * 100 / Math.max(1, of.total));
        return new RebuildView(of.id, of.askedAt, of.state, of.processed, of.total, percent, of.skipped, of.endedAt,
                of.failure);
    }
}
