package vn.cchc.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One change: actor, resource, changed fields, reason, time and request")
record AuditEntryView(UUID id, Instant at, ActorView actor, ResourceView resource,
        @Schema(description = "The action", examples = "SUBMIT") String action,
        @Schema(description = "The changed fields") List<Change> changes,
        @Schema(description = "Reason code, for actions that require one", examples = "WRONG_FIGURE", nullable = true) String reasonCode,
        @Schema(description = "The reason as a text", nullable = true) String reason,
        @Schema(description = "Number of the decision, for actions that require one", nullable = true) String decision,
        RequestView request) {

    @Schema(name = "AuditActor", description = "The subject of the token, or the service itself")
    record ActorView(
            @Schema(description = "`sub` of the token (opaque, never a name), or the name of the service", examples = "vp-head") String sub,
            @Schema(description = "`client_id` of the token", examples = "cchc-web", nullable = true) String clientId,
            List<String> roles,
            @Schema(description = "Code of the unit on whose behalf the actor acts", examples = "VP", nullable = true) String unit,
            @Schema(description = "Subject of the token of the person as whose deputy the actor acts; null for the actor's own right", nullable = true) String onBehalfOf,
            @Schema(description = "Whether the service made the change by itself, such as at its first start") boolean system) {
    }

    @Schema(name = "AuditResource", description = "The changed resource")
    record ResourceView(@Schema(examples = "report") String type,
            @Schema(examples = "019aa7a5-8f5e-7c3a-9d0b-0a4f6a1f2b3c") String id) {
    }

    @Schema(name = "AuditRequest", description = "The ids of the request, which its log lines carry, too")
    record RequestView(@Schema(nullable = true) String traceId,
            @Schema(description = "X-Request-Id", nullable = true) String requestId,
            @Schema(description = "X-Road-Id", nullable = true) String xRoadId,
            @Schema(description = "X-Road-UserId", nullable = true) String xRoadUserId,
            @Schema(description = "X-Road-Client", nullable = true) String xRoadClient) {
    }

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(entry.id, entry.at,
                new ActorView(entry.actor, entry.client, Arrays.asList(entry.roles), entry.unit, entry.onBehalfOf,
                        entry.requestId == null),
                new ResourceView(entry.resource, entry.resourceId), entry.action, AuditJson.readChanges(entry.changes),
                entry.reasonCode, entry.reason, entry.decision,
                new RequestView(entry.traceId, entry.requestId, entry.xRoadId, entry.xRoadUser, entry.xRoadClient));
    }
}
