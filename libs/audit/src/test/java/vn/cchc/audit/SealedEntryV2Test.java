package vn.cchc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class SealedEntryV2Test {

    @Test
    void theCanonicalFormIsFrozen() {
        AuditEntry entry = new AuditEntry();
        entry.id = UUID.fromString("019aa7a5-8f5e-7c3a-9d0b-000000000005");
        entry.at = Instant.parse("2026-03-05T02:00:03.123Z");
        entry.actor = "tccb-head";
        entry.client = "cchc-web";
        entry.roles = new String[] { "unit-head" };
        entry.unit = "VP";
        entry.onBehalfOf = "vp-head";
        entry.resource = "report";
        entry.resourceId = "019aa7a5-8f5e-7c3a-9d0b-0a4f6a1f2b3c";
        entry.action = "SUBMIT";
        entry.changes = "[{\"after\":\"SUBMITTED\",\"before\":\"DRAFT\",\"field\":\"/state\"}]";
        entry.requestId = "r-5";

        assertThat(AuditJson.write(SealedEntryV2.of(entry, 5, Instant.parse("2026-03-05T02:00:04Z")))).isEqualTo("""
                {"entry":{"action":"SUBMIT","actor":{"clientId":"cchc-web","onBehalfOf":"vp-head","roles":["unit-head"],\
                "sub":"tccb-head","unit":"VP"},"at":"2026-03-05T02:00:03.123Z",\
                "changes":[{"after":"SUBMITTED","before":"DRAFT","field":"/state"}],"decision":null,\
                "id":"019aa7a5-8f5e-7c3a-9d0b-000000000005","reason":null,"reasonCode":null,\
                "request":{"requestId":"r-5","traceId":null,"xRoadClient":null,"xRoadId":null,"xRoadUserId":null},\
                "resource":{"id":"019aa7a5-8f5e-7c3a-9d0b-0a4f6a1f2b3c","type":"report"}},\
                "position":5,"sealedAt":"2026-03-05T02:00:04Z"}""");
    }
}
