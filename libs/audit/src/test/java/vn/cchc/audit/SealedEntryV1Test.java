package vn.cchc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The trail in {@code trail-v1.json} was written when the actor in the view had no field {@code system} yet. */
class SealedEntryV1Test {

    private final List<AuditSeal> trail = new ArrayList<>();

    SealedEntryV1Test() throws IOException {
        try (InputStream file = SealedEntryV1Test.class.getResourceAsStream("/trail-v1.json")) {
            new ObjectMapper().readTree(file).forEach(row -> trail.add(seal(row.get("seal"), entry(row.get("entry")))));
        }
    }

    @Test
    void aTrailWrittenBeforeAFieldWasAddedToTheViewIsIntact() {
        assertThat(AuditJson.tree(AuditEntryView.of(trail.get(0).entry)).at("/actor/system").asBoolean()).isTrue();

        Verification verification = Verification.from(Anchor.NONE, new Checkpoint(null, null));
        for (AuditSeal seal : trail) {
            verification = verification.then(seal, new Checkpoint(null, null));
        }

        assertThat(verification.firstMismatch()).isNull();
        assertThat(verification.verified()).isEqualTo(4);
    }

    @Test
    void theCanonicalFormIsFrozen() {
        AuditSeal seal = trail.get(2);

        assertThat(AuditJson.write(SealedEntryV1.of(seal.entry, seal.position, seal.sealedAt))).isEqualTo("""
                {"entry":{"action":"RETURN","actor":{"clientId":"cchc-web","roles":["reviewer"],"sub":"reviewer","unit":null},\
                "at":"2026-01-05T02:00:03.123456Z",\
                "changes":[{"after":"RETURNED","before":"SUBMITTED","field":"/state"}],"decision":null,\
                "id":"019aa7a5-8f5e-7c3a-9d0b-000000000003","reason":"Thiếu số liệu \\"2025\\"","reasonCode":"WRONG_FIGURE",\
                "request":{"requestId":"r-3","traceId":"4bf92f3577b34da6a3ce929d0e0e4736","xRoadClient":"VN/GOV/ST/DVC",\
                "xRoadId":"bus-3","xRoadUserId":"u-3"},\
                "resource":{"id":"019aa7a5-8f5e-7c3a-9d0b-0a4f6a1f2b3c","type":"report"}},\
                "position":3,"sealedAt":"2026-01-05T02:00:00.253Z"}""");
    }

    private static AuditSeal seal(JsonNode row, AuditEntry entry) {
        AuditSeal seal = new AuditSeal();
        seal.position = row.get("position").asLong();
        seal.previous = row.get("previous").textValue();
        seal.format = 1;
        seal.hash = row.get("hash").textValue();
        seal.sealedAt = Instant.parse(row.get("sealedAt").textValue());
        seal.entry = entry;
        return seal;
    }

    private static AuditEntry entry(JsonNode row) {
        AuditEntry entry = new AuditEntry();
        entry.id = UUID.fromString(row.get("id").textValue());
        entry.at = Instant.parse(row.get("at").textValue());
        entry.actor = row.get("actor").textValue();
        entry.client = row.get("client").textValue();
        List<String> roles = new ArrayList<>();
        row.get("roles").forEach(role -> roles.add(role.textValue()));
        entry.roles = roles.toArray(String[]::new);
        entry.unit = row.get("unit").textValue();
        entry.resource = row.get("resource").textValue();
        entry.resourceId = row.get("resourceId").textValue();
        entry.action = row.get("action").textValue();
        entry.changes = row.get("changes").textValue();
        entry.reasonCode = row.get("reasonCode").textValue();
        entry.reason = row.get("reason").textValue();
        entry.decision = row.get("decision").textValue();
        entry.traceId = row.get("traceId").textValue();
        entry.requestId = row.get("requestId").textValue();
        entry.xRoadId = row.get("xRoadId").textValue();
        entry.xRoadUser = row.get("xRoadUser").textValue();
        entry.xRoadClient = row.get("xRoadClient").textValue();
        return entry;
    }
}
