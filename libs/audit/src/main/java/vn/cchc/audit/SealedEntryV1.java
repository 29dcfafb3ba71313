package vn.cchc.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Format 1 of the content that a seal is computed over. The format is frozen: its canonical JSON never changes by a
 * byte. A further field belongs into a further format.
 */
record SealedEntryV1(EntryV1 entry, long position, Instant sealedAt) {

    record EntryV1(UUID id, Instant at, ActorV1 actor, ResourceV1 resource, String action, JsonNode changes, String reasonCode,
            String reason, String decision, RequestV1 request) {
    }

    record ActorV1(String sub, String clientId, List<String> roles, String unit) {
    }

    record ResourceV1(String type, String id) {
    }

    record RequestV1(String traceId, String requestId, String xRoadId, String xRoadUserId, String xRoadClient) {
    }

    static SealedEntryV1 of(AuditEntry entry, long position, Instant sealedAt) {
        return new SealedEntryV1(new EntryV1(entry.id, entry.at,
                new ActorV1(entry.actor, entry.client, Arrays.asList(entry.roles), entry.unit),
                new ResourceV1(entry.resource, entry.resourceId), entry.action, AuditJson.parse(entry.changes),
                entry.reasonCode, entry.reason, entry.decision,
                new RequestV1(entry.traceId, entry.requestId, entry.xRoadId, entry.xRoadUser, entry.xRoadClient)), position,
                sealedAt);
    }
}
