package vn.cchc.audit;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AuditVerification", description = "The result of the verification of the whole chain")
record Verification(@Schema(description = "Whether every row matches its hash") boolean intact,
        @Schema(description = "Number of matching rows, from the first remaining one on") long verified,
        @Schema(description = "Hash of the last matching row. Together with its position it is a checkpoint for a later verification") String head,
        @Schema(description = "The first row that does not match; null if all match", nullable = true) Mismatch firstMismatch,
        @Schema(description = "Number of entries without a seal yet") long waiting,
        @Schema(description = "Time of the oldest entry without a seal; more than some seconds ago means that sealing has stopped", nullable = true) Instant waitingSince,
        @Schema(description = "Number of rows before the first one that were removed after their retention. The chain is verified from there on") long removed) {

    @Schema(name = "AuditMismatch", description = "The first row that does not match")
    record Mismatch(@Schema(description = "Position in the chain") long position,
            @Schema(description = "Id of the entry; null if the row is missing", nullable = true) UUID entry,
            @Schema(description = "ENTRY_CHANGED: the entry, or the hash, format or time of its seal, was altered. ENTRY_MISSING: the entry was deleted. SEAL_MISSING: the seal was deleted. SEAL_CHANGED: the seal does not continue the one before it. CHECKPOINT_MISSING: the chain ends before the checkpoint, or has another hash at its position") MismatchType type) {
    }

    enum MismatchType {
        ENTRY_CHANGED,
        ENTRY_MISSING,
        SEAL_MISSING,
        SEAL_CHANGED,
        CHECKPOINT_MISSING
    }

    /** The chain without a row. */
    static Verification from(Anchor anchor, Checkpoint checkpoint) {
        var begun = new Verification(true, 0, anchor.hash(), null, 0, null, anchor.position());
        return checkpoint.agreesWith(anchor) ? begun : begun.endedBy(MismatchType.CHECKPOINT_MISSING, null);
    }

    /** The chain with one more seal. Seals after the first mismatch are not verified. */
    Verification then(AuditSeal seal, Checkpoint checkpoint) {
        if (!intact) {
            return this;
        }
        MismatchType mismatch = mismatch(seal, next(), head);
        if (mismatch == null && !checkpoint.agreesWith(seal)) {
            mismatch = MismatchType.CHECKPOINT_MISSING;
        }
        return mismatch == null ? new Verification(true, verified + 1, seal.hash, null, 0, null, removed)
                : endedBy(mismatch, seal.entry);
    }

    Verification completed(Checkpoint checkpoint) {
        return intact && checkpoint.isBeyond(removed + verified) ? endedBy(MismatchType.CHECKPOINT_MISSING, null) : this;
    }

    Verification withUnsealed(long entries, Instant since) {
        return new Verification(intact, verified, head, firstMismatch, entries, since, removed);
    }

    private Verification endedBy(MismatchType mismatch, AuditEntry found) {
        UUID entry = mismatch == MismatchType.SEAL_MISSING || found == null ? null : found.id;
        return new Verification(false, verified, head, new Mismatch(next(), entry, mismatch), 0, null, removed);
    }

    private long next() {
        return removed + verified + 1;
    }

    private static MismatchType mismatch(AuditSeal seal, long position, String previous) {
        if (seal.position != position) {
            return MismatchType.SEAL_MISSING;
        }
        if (seal.entry == null) {
            return MismatchType.ENTRY_MISSING;
        }
        if (!seal.previous.equals(previous)) {
            return MismatchType.SEAL_CHANGED;
        }
        return seal.hash.equals(seal.recomputed(previous)) ? null : MismatchType.ENTRY_CHANGED;
    }
}
