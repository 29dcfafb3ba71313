package vn.cchc.survey.openlink;

import java.time.Instant;
import java.util.UUID;

/** The fields of an open link in the audit trail, without its token. */
record OpenLinkAuditSnapshotV1(UUID campaign, Instant validUntil, int maxAnswers, int maxPerHour, Instant createdAt,
        Instant endedAt) {

    static OpenLinkAuditSnapshotV1 of(OpenLink link) {
        return new OpenLinkAuditSnapshotV1(link.campaign, link.validUntil, link.maxAnswers, link.maxPerHour, link.createdAt,
                link.endedAt);
    }
}
