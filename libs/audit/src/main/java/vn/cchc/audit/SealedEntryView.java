package vn.cchc.audit;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A change and its place in the chain")
record SealedEntryView(AuditEntryView entry, SealView seal) {

    @Schema(name = "AuditSeal", description = "The entry's place in the chain: `hash` is the SHA-256 over `previous` followed by an object of `entry`, `position` and `sealedAt` in canonical JSON (RFC 8785), both in UTF-8")
    record SealView(@Schema(examples = "1") long position,
            @Schema(description = "The hash of the entry before it; 64 zeros for the first") String previous, String hash,
            Instant sealedAt) {
    }

    static SealedEntryView of(AuditSeal seal) {
        return new SealedEntryView(AuditEntryView.of(seal.entry),
                new SealView(seal.position, seal.previous, seal.hash, seal.sealedAt));
    }
}
