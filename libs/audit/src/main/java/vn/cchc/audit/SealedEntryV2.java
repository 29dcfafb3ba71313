package vn.cchc.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Format 2 of the content that a seal is computed over. The format is frozen: its canonical JSON never changes by a
 * byte. A further field belongs into a further format.
 */
record SealedEntryV2(EntryV2 entry, long position, Instant sealedAt) {

    record EntryV2(UUID id, Instant at, ActorV2 actor, ResourceV2 resource, String action, JsonNode changes, String reasonCode,
            String reason, String decision, RequestV2 request) {
    }

    record ActorV2(String sub, String clientId, List<String> roles, String unit, String onBehalfOf) {
    }

    record ResourceV2(String type, String id) {
    }

    record RequestV2(String traceId, String requestId, String xRoadId, String xRoadUserId, String xRoadClient) {
    }

    static SealedEntryV2 of(AuditEntry entry, long position, Instant sealedAt) {
        return new SealedEntryV2(new EntryV2(entry.id, entry.at,
                new ActorV2(entry.actor, entry.client, Arrays.asList(entry.roles), entry.unit, entry.onBehalfOf),
                new ResourceV2(entry.resource, entry.resourceId), entry.action, AuditJson.parse(entry.changes),
                entry.reasonCode, entry.reason, entry.decision,
                new RequestV2(entry.traceId, entry.requestId, entry.xRoadId, entry.xRoadUser, entry.xRoadClient)), position,
                sealedAt);
    }
}
