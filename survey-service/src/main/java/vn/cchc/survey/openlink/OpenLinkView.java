package vn.cchc.survey.openlink;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "OpenLink", description = "A link with which anybody answers, within limits. Nobody was invited to its answers, so they have no response rate")
record OpenLinkView(@Schema(examples = "019a3f52-7c1e-7b60-9a53-0d1c2b3a4f5e") UUID id,
        @Schema(description = "The link itself; shown only when it is created", examples = "https://cchc.example/api/v1/surveys/019a3f52-7c1e-7b60-9a53-0d1c2b3a4f5e?link=q7WJ0gS0hC7n0bqk2r1vXw", nullable = true) String link,
        @Schema(examples = "2025-11-28T10:00:00Z") Instant validUntil, @Schema(examples = "2000") int maxAnswers,
        @Schema(examples = "200") int maxPerHour,
        @Schema(description = "Answers that it accepted", examples = "731") long answers,
        Instant createdAt, @Schema(description = "When it was ended by hand", nullable = true) Instant endedAt) {

    static OpenLinkView of(OpenLink link) {
        return of(link, null);
    }

    static OpenLinkView of(OpenLink link, String address) {
        return new OpenLinkView(link.id, address, link.validUntil, link.maxAnswers, link.maxPerHour, link.answers,
                link.createdAt, link.endedAt);
    }

    /** Without the link, which must not appear in a log. */
    @Override
    public String toString() {
        return "an open link";
    }
}
