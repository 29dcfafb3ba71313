package vn.cchc.messaging.republication;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Republication", description = "A republication of all events of a service (phát lại toàn bộ sự kiện)")
record RepublicationView(UUID id, Instant requestedAt,
        @Schema(description = "Number of events that are published again", examples = "1500") long events) {

    static RepublicationView of(Republication of) {
        return new RepublicationView(of.id(), of.requestedAt(), of.events());
    }
}
