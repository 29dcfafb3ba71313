package vn.cchc.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One change: who, what, why, when, and by which request")
record AuditEntryView(UUID id, Instant at, ActorView actor, ResourceView resource,
        @Schema(description = "What was done", examples = "SUBMIT") String action,
        @Schema(description = "The fields that it touched, and no others") List<Change> changes,
        @Schema(description = "Reason code, where one is asked", examples = "WRONG_FIGURE", nullable = true) String reasonCode,
        @Schema(description = "The reason in words", nullable = true) String reason,
        @Schema(description = "Number of the decision, where one is asked", nullable = true) String decision,
        RequestView request) {

    @Schema(name = "AuditActor", description = "Whose token it was; the service's own name where it did it by itself")
    record ActorView(@Schema(description = "`sub` of the token: opaque, never a name", examples = "vp-head") String sub,
            @Schema(description = "`client_id` of the token: the program that was used", examples = "cchc-web", nullable = true) String clientId,
            List<String> roles,
            @Schema(description = "Code of the unit for which the actor acts", examples = "VP", nullable = true) String unit) {
    }

    @Schema(name = "AuditResource", description = "What was changed")
    record ResourceView(@Schema(examples = "report") String kind,
            @Schema(examples = "019aa7a5-8f5e-7c3a-9d0b-0a4f6a1f2b3c") String id) {
    }

    @Schema(name = "AuditRequest", description = "The marks of the request, by which it is found in the logs here and on the bus")
    record RequestView(@Schema(nullable = true) String traceId,
            @Schema(description = "X-Request-Id", nullable = true) String requestId,
            @Schema(description = "X-Road-Id", nullable = true) String xRoadId,
            @Schema(description = "X-Road-UserId", nullable = true) String xRoadUserId,
            @Schema(description = "X-Road-Client", nullable = true) String xRoadClient) {
    }

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(entry.id, entry.at,
                new ActorView(entry.actor, entry.client, Arrays.asList(entry.roles), entry.unit),
                new ResourceView(entry.resource, entry.resourceId), entry.action, AuditJson.readChanges(entry.changes),
                entry.reasonCode, entry.reason, entry.decision,
                new RequestView(entry.traceId, entry.requestId, entry.xRoadId, entry.xRoadUser, entry.xRoadClient));
    }
}
