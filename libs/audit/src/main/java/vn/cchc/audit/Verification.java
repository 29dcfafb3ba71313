package vn.cchc.audit;

import java.time.Instant;
import java.util.UUID;
import java.util.function.LongFunction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AuditVerification", description = "The result of the verification of the chain")
record Verification(@Schema(description = "Whether every row matches its hash") boolean intact,
        @Schema(description = "Number of matching rows, from the first remaining one on, with those that were verified earlier") long verified,
        @Schema(description = "Hash of the last matching row. Together with its position it is a checkpoint for a later verification") String head,
        @Schema(description = "The first row that does not match; null if all match", nullable = true) Mismatch firstMismatch,
        @Schema(description = "Number of entries without a seal yet; without `full=true`, of those written since the latest seal") long waiting,
        @Schema(description = "Time of the oldest entry without a seal; more than some seconds ago means that sealing has stopped", nullable = true) Instant waitingSince,
        @Schema(description = "Number of rows before the first one that were removed after their retention. The chain is verified from there on") long removed,
        @Schema(description = "Position of the first row whose hash was computed by this verification", examples = "1") long verifiedFrom,
        @Schema(description = "When the rows before it were verified, in a verification of the whole chain. Whether they were altered since is found with `full=true`, or by the daily verification. Null if there are none", nullable = true) Instant earlierVerifiedAt) {

    @Schema(name = "AuditMismatch", description = "The first row that does not match")
    record Mismatch(@Schema(description = "Position in the chain") long position,
            @Schema(description = "Id of the entry; null if the row is missing", nullable = true) UUID entry,
            @Schema(description = "ENTRY_CHANGED: the entry, or the hash, format or time of its seal, was altered. ENTRY_MISSING: the entry was deleted. SEAL_MISSING: the seal was deleted. SEAL_CHANGED: the seal does not continue the one before it. CHECKPOINT_MISSING: the chain ends before the checkpoint, or has another hash at its position. VERIFIED_PART_CHANGED: the row of an earlier verification, or the chain at its position, was altered or deleted") MismatchType type) {
    }

    enum MismatchType {
        ENTRY_CHANGED,
        ENTRY_MISSING,
        SEAL_MISSING,
        SEAL_CHANGED,
        CHECKPOINT_MISSING,
        VERIFIED_PART_CHANGED
    }

    /** The chain without a row. */
    static Verification from(Anchor anchor, Checkpoint checkpoint) {
        var begun = new Verification(true, 0, anchor.hash(), null, 0, null, anchor.position(), anchor.position() + 1, null);
        return checkpoint.agreesWith(anchor) ? begun : begun.endedBy(MismatchType.CHECKPOINT_MISSING, null);
    }

    /**
     * The chain up to the end of a part that was verified earlier.
     *
     * @param hashAt the hash at a position of the chain, or null
     */
    static Verification from(Anchor anchor, VerifiedPart part, Checkpoint checkpoint, LongFunction<String> hashAt) {
        var begun = new Verification(true, part.position() - anchor.position(), part.hash(), null, 0, null, anchor.position(),
                part.position() + 1, part.verifiedAt());
        if (!part.hash().equals(hashAt.apply(part.position()))) {
            return begun.withAlteredPart(part.position());
        }
        if (checkpoint.agreesWith(anchor) && checkpoint.isMet(anchor, part, hashAt)) {
            return begun;
        }
        return begun.endedAt(checkpoint.position(), null, MismatchType.CHECKPOINT_MISSING);
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
        return mismatch == null
                ? new Verification(true, verified + 1, seal.hash, null, 0, null, removed, verifiedFrom, earlierVerifiedAt)
                : endedBy(mismatch, seal.entry);
    }

    Verification completed(Checkpoint checkpoint) {
        return intact && checkpoint.isBeyond(last()) ? endedBy(MismatchType.CHECKPOINT_MISSING, null) : this;
    }

    Verification withUnsealed(long entries, Instant since) {
        return new Verification(intact, verified, head, firstMismatch, entries, since, removed, verifiedFrom,
                earlierVerifiedAt);
    }

    Verification withAlteredPart(long position) {
        return endedAt(position, null, MismatchType.VERIFIED_PART_CHANGED);
    }

    /** The position of the last matching row. */
    long last() {
        return removed + verified;
    }

    private Verification endedBy(MismatchType mismatch, AuditEntry found) {
        UUID entry = mismatch == MismatchType.SEAL_MISSING || found == null ? null : found.id;
        return endedAt(next(), entry, mismatch);
    }

    private Verification endedAt(long position, UUID entry, MismatchType mismatch) {
        return new Verification(false, verified, head, new Mismatch(position, entry, mismatch), 0, null, removed, verifiedFrom,
                earlierVerifiedAt);
    }

    private long next() {
        return last() + 1;
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
