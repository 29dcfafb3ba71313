package vn.cchc.audit;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AuditVerification", description = "The result of the verification of the whole chain")
record Verification(@Schema(description = "Whether every row matches its hash") boolean intact,
        @Schema(description = "Number of matching rows, from the first on") long verified,
        @Schema(description = "Hash of the last matching row. Together with its position it is a checkpoint for a later verification") String head,
        @Schema(description = "The first row that does not match; null if all match", nullable = true) Mismatch firstMismatch,
        @Schema(description = "Number of entries without a seal yet") long waiting,
        @Schema(description = "Time of the oldest entry without a seal; more than some seconds ago means that sealing has stopped", nullable = true) Instant waitingSince) {

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

    static final Verification INITIAL = new Verification(true, 0, AuditSeal.BEGINNING, null, 0, null);

    /** The chain with one more seal. Seals after the first mismatch are not verified. */
    Verification then(AuditSeal seal, Checkpoint checkpoint) {
        if (!intact) {
            return this;
        }
        MismatchType mismatch = mismatch(seal, verified + 1, head);
        if (mismatch == null && !checkpoint.agreesWith(seal)) {
            mismatch = MismatchType.CHECKPOINT_MISSING;
        }
        return mismatch == null ? new Verification(true, verified + 1, seal.hash, null, 0, null)
                : endedBy(mismatch, seal.entry);
    }

    Verification completed(Checkpoint checkpoint) {
        return intact && checkpoint.isBeyond(verified) ? endedBy(MismatchType.CHECKPOINT_MISSING, null) : this;
    }

    Verification withUnsealed(long entries, Instant since) {
        return new Verification(intact, verified, head, firstMismatch, entries, since);
    }

    private Verification endedBy(MismatchType mismatch, AuditEntry found) {
        UUID entry = mismatch == MismatchType.SEAL_MISSING || found == null ? null : found.id;
        return new Verification(false, verified, head, new Mismatch(verified + 1, entry, mismatch), 0, null);
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
