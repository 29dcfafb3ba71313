package vn.cchc.audit;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A change and its seal")
record SealedEntryView(AuditEntryView entry, SealView seal) {

    @Schema(name = "AuditSeal", description = "The position of the entry in the chain, and the hash over it. In format 1 `hash` is the SHA-256 over `previous`, followed by an object of `entry`, `position` and `sealedAt` in canonical JSON (RFC 8785), both in UTF-8. Of the entry it contains `id`, `at`, `actor` (`sub`, `clientId`, `roles`, `unit`), `resource` (`type`, `id`), `action`, `changes` (`field`, `before`, `after`), `reasonCode`, `reason`, `decision` and `request` (`traceId`, `requestId`, `xRoadId`, `xRoadUserId`, `xRoadClient`), and no other field. Format 2, of the entries of deputies, adds `onBehalfOf` to `actor`")
    record SealView(@Schema(examples = "1") long position,
            @Schema(description = "The format of the content that the hash is computed over", examples = "1") int format,
            @Schema(description = "The hash of the seal before it; 64 zeros for the first") String previous, String hash,
            Instant sealedAt) {
    }

    static SealedEntryView of(AuditSeal seal) {
        return new SealedEntryView(AuditEntryView.of(seal.entry),
                new SealView(seal.position, seal.format, seal.previous, seal.hash, seal.sealedAt));
    }
}
