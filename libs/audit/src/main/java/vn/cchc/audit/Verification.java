package vn.cchc.audit;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AuditVerification", description = "What a new computation of the whole chain found")
record Verification(@Schema(description = "Whether every row is as it was sealed") boolean intact,
        @Schema(description = "How many rows hold, from the first on") long verified,
        @Schema(description = "The hash of the last row that holds. Who notes it down can later ask whether the chain still has it") String head,
        @Schema(description = "The first row that does not hold; null where all do", nullable = true) Broken firstBroken,
        @Schema(description = "How many rows wait for their seal; more than a second's changes mean that sealing stands still") long waiting,
        @Schema(description = "Since when the oldest of them waits; null where none does", nullable = true) Instant waitingSince) {

    @Schema(name = "AuditBreak", description = "The first row that does not hold")
    record Broken(@Schema(description = "Its place in the chain") long position,
            @Schema(description = "Id of the entry; null where the row itself is gone", nullable = true) UUID entry,
            @Schema(description = "ENTRY_CHANGED: the entry, or the hash or time of its seal, is not what was sealed. ENTRY_MISSING: it is gone. SEAL_MISSING: so is its seal. SEAL_CHANGED: the seal does not follow the one before it. HEAD_MISSING: the chain ends before the head that was asked for, or has another one there") Kind kind) {
    }

    enum Kind {
        ENTRY_CHANGED,
        ENTRY_MISSING,
        SEAL_MISSING,
        SEAL_CHANGED,
        HEAD_MISSING
    }

    static final Verification BEGUN = new Verification(true, 0, AuditSeal.BEGINNING, null, 0, null);

    /** The chain with one more seal. After the first that does not hold nothing can be said of the others. */
    Verification then(AuditSeal seal, Checkpoint known) {
        if (!intact) {
            return this;
        }
        Kind fault = fault(seal, verified + 1, head);
        if (fault == null && !known.agreesWith(seal)) {
            fault = Kind.HEAD_MISSING;
        }
        return fault == null ? new Verification(true, verified + 1, seal.hash, null, 0, null) : brokenBy(fault, seal.entry);
    }

    Verification ended(Checkpoint known) {
        return intact && known.isBeyond(verified) ? brokenBy(Kind.HEAD_MISSING, null) : this;
    }

    Verification waiting(long entries, Instant since) {
        return new Verification(intact, verified, head, firstBroken, entries, since);
    }

    private Verification brokenBy(Kind fault, AuditEntry found) {
        UUID entry = fault == Kind.SEAL_MISSING || found == null ? null : found.id;
        return new Verification(false, verified, head, new Broken(verified + 1, entry, fault), 0, null);
    }

    private static Kind fault(AuditSeal seal, long position, String previous) {
        if (seal.position != position) {
            return Kind.SEAL_MISSING;
        }
        if (seal.entry == null) {
            return Kind.ENTRY_MISSING;
        }
        if (!seal.previous.equals(previous)) {
            return Kind.SEAL_CHANGED;
        }
        return seal.hash.equals(seal.recomputed(previous)) ? null : Kind.ENTRY_CHANGED;
    }
}
