package vn.cchc.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cchc.audit.Verification.MismatchType.CHECKPOINT_MISSING;
import static vn.cchc.audit.Verification.MismatchType.ENTRY_CHANGED;
import static vn.cchc.audit.Verification.MismatchType.ENTRY_MISSING;
import static vn.cchc.audit.Verification.MismatchType.SEAL_CHANGED;
import static vn.cchc.audit.Verification.MismatchType.SEAL_MISSING;
import static vn.cchc.audit.Verification.MismatchType.VERIFIED_PART_CHANGED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.rest.RequestContext;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.precondition.ExpectedVersion;
import vn.cchc.rest.problem.ProblemException;

class VerificationTest {

    private static final Checkpoint NONE = Checkpoint.NONE;
    private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");

    private final List<AuditSeal> chain = chainOf(3);
    private Anchor anchor = Anchor.NONE;

    @Test
    void anUnalteredChainIsIntact() {
        Verification found = verify(NONE);

        assertThat(found).isEqualTo(new Verification(true, 3, chain.get(2).hash, null, 0, null, 0, 1, null));
    }

    @Test
    void anAlteredEntryIsReported() {
        chain.get(1).entry.reason = "another";

        assertThat(verify(NONE).firstMismatch())
                .isEqualTo(new Verification.Mismatch(2, chain.get(1).entry.id, ENTRY_CHANGED));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[1]", "[{\"x\":1}]", "{}", "nonsense", "",
            "[{\"after\":8,\"before\":null,\"field\":\"/numerator\"}] []",
            "[{\"after\":9,\"after\":8,\"before\":null,\"field\":\"/numerator\"}]" })
    void anEntryWithUnreadableChangesIsReported(String changes) {
        chain.get(1).entry.changes = changes;

        assertThat(verify(NONE).firstMismatch())
                .isEqualTo(new Verification.Mismatch(2, chain.get(1).entry.id, ENTRY_CHANGED));
    }

    @Test
    void aSealOfAnUnknownFormatIsReported() {
        chain.get(1).format = 3;

        assertThat(verify(NONE).firstMismatch()).isEqualTo(new Verification.Mismatch(2, chain.get(1).entry.id, ENTRY_CHANGED));
    }

    @Test
    void aChainWithEntriesOfDeputiesIsIntactInBothFormats() {
        chain.add(new AuditSeal(4, chain.get(2).hash, entry("absent-head"), Instant.EPOCH));
        chain.add(new AuditSeal(5, chain.get(3).hash, entry(null), Instant.EPOCH));

        assertThat(chain).extracting(seal -> seal.format).containsExactly(1, 1, 1, 2, 1);
        assertThat(verify(NONE)).isEqualTo(new Verification(true, 5, chain.get(4).hash, null, 0, null, 0, 1, null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "another")
    void theRepresentedPersonIsSealed(String altered) {
        chain.set(2, new AuditSeal(3, chain.get(1).hash, entry("absent-head"), Instant.EPOCH));
        chain.get(2).entry.onBehalfOf = altered;

        assertThat(verify(NONE).firstMismatch()).isEqualTo(new Verification.Mismatch(3, chain.get(2).entry.id, ENTRY_CHANGED));
    }

    @Test
    void aRepresentedPersonWhoIsAddedLaterIsReported() {
        chain.get(1).entry.onBehalfOf = "absent-head";

        assertThat(verify(NONE).firstMismatch()).isEqualTo(new Verification.Mismatch(2, chain.get(1).entry.id, ENTRY_CHANGED));
    }

    @Test
    void aCheckpointInCapitalsIsTheSameCheckpoint() {
        assertThat(verify(new Checkpoint(3L, chain.get(2).hash.toUpperCase(Locale.ROOT))).intact()).isTrue();
    }

    @Test
    void aDeletedEntryIsReportedByItsPosition() {
        chain.get(1).entry = null;

        assertThat(verify(NONE).firstMismatch()).isEqualTo(new Verification.Mismatch(2, null, ENTRY_MISSING));
    }

    @Test
    void aDeletedSealIsReportedByItsPosition() {
        chain.remove(1);

        assertThat(verify(NONE).firstMismatch()).isEqualTo(new Verification.Mismatch(2, null, SEAL_MISSING));
    }

    @Test
    void aRecomputedSealBreaksTheLinkAfterIt() {
        chain.get(0).entry.reason = "another";
        chain.set(0, new AuditSeal(1, AuditSeal.BEGINNING, chain.get(0).entry, Instant.EPOCH));

        assertThat(verify(NONE).firstMismatch()).isEqualTo(new Verification.Mismatch(2, chain.get(1).entry.id, SEAL_CHANGED));
    }

    @Test
    void aChainWithoutItsEndMissesTheCheckpoint() {
        Checkpoint checkpoint = new Checkpoint(3L, chain.get(2).hash);
        assertThat(verify(checkpoint).intact()).isTrue();

        chain.remove(2);

        assertThat(verify(checkpoint).firstMismatch()).isEqualTo(new Verification.Mismatch(3, null, CHECKPOINT_MISSING));
    }

    @Test
    void aRewrittenChainMissesTheCheckpoint() {
        Checkpoint checkpoint = new Checkpoint(3L, chain.get(2).hash);

        chain.clear();
        chain.addAll(chainOf(4));

        assertThat(verify(checkpoint).firstMismatch())
                .isEqualTo(new Verification.Mismatch(3, chain.get(2).entry.id, CHECKPOINT_MISSING));
    }

    @Test
    void aChainWhoseBeginningWasRemovedIsVerifiedFromItsAnchor() {
        removeTheFirst();

        assertThat(verify(NONE)).isEqualTo(new Verification(true, 2, chain.get(1).hash, null, 0, null, 1, 2, null));
        assertThat(verify(new Checkpoint(1L, anchor.hash())).intact()).isTrue();
    }

    @Test
    void theFirstRowMustContinueTheAnchor() {
        removeTheFirst();
        anchor = new Anchor(1, AuditSeal.BEGINNING);

        assertThat(verify(NONE).firstMismatch())
                .isEqualTo(new Verification.Mismatch(2, chain.get(0).entry.id, SEAL_CHANGED));
    }

    @Test
    void theAnchorMustAgreeWithTheCheckpoint() {
        removeTheFirst();

        assertThat(verify(new Checkpoint(1L, AuditSeal.BEGINNING)).firstMismatch().type()).isEqualTo(CHECKPOINT_MISSING);
    }

    @Test
    void aCheckpointBeforeTheAnchorCannotBeCompared() {
        anchor = new Anchor(2, chain.get(1).hash);

        assertThatThrownBy(() -> new Checkpoint(1L, chain.get(0).hash).requireKept(anchor))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aVerifiedPartIsNotReadAgain() {
        chain.get(1).entry.reason = "another";

        Verification found = verifyFrom(new VerifiedPart(2, chain.get(1).hash, EARLIER), NONE);

        assertThat(found).isEqualTo(new Verification(true, 3, chain.get(2).hash, null, 0, null, 0, 3, EARLIER));
    }

    @Test
    void anEntryBehindTheVerifiedPartThatWasAlteredIsReported() {
        chain.get(2).entry.reason = "another";

        Verification found = verifyFrom(new VerifiedPart(2, chain.get(1).hash, EARLIER), NONE);

        assertThat(found.firstMismatch()).isEqualTo(new Verification.Mismatch(3, chain.get(2).entry.id, ENTRY_CHANGED));
    }

    @ParameterizedTest
    @ValueSource(longs = { 2, 4 })
    void aVerifiedPartThatTheChainDoesNotHaveIsReported(long position) {
        Verification found = verifyFrom(new VerifiedPart(position, AuditSeal.BEGINNING, EARLIER), NONE);

        assertThat(found.firstMismatch()).isEqualTo(new Verification.Mismatch(position, null, VERIFIED_PART_CHANGED));
    }

    @Test
    void aCheckpointWithinTheVerifiedPartIsCompared() {
        VerifiedPart part = new VerifiedPart(2, chain.get(1).hash, EARLIER);

        assertThat(verifyFrom(part, new Checkpoint(1L, chain.get(0).hash)).intact()).isTrue();
        assertThat(verifyFrom(part, new Checkpoint(1L, AuditSeal.BEGINNING)).firstMismatch())
                .isEqualTo(new Verification.Mismatch(1, null, CHECKPOINT_MISSING));
    }

    private Verification verifyFrom(VerifiedPart part, Checkpoint checkpoint) {
        Verification found = Verification.from(anchor, part, checkpoint,
                position -> position > chain.size() ? null : chain.get((int) position - 1).hash);
        for (AuditSeal seal : chain.subList((int) Math.min(part.position(), chain.size()), chain.size())) {
            found = found.then(seal, checkpoint);
        }
        return found.completed(checkpoint);
    }

    private void removeTheFirst() {
        anchor = new Anchor(1, chain.get(0).hash);
        chain.remove(0);
    }

    private Verification verify(Checkpoint checkpoint) {
        Verification found = Verification.from(anchor, checkpoint);
        for (AuditSeal seal : chain) {
            found = found.then(seal, checkpoint);
        }
        return found.completed(checkpoint);
    }

    private static List<AuditSeal> chainOf(int length) {
        List<AuditSeal> chain = new ArrayList<>();
        String previous = AuditSeal.BEGINNING;
        for (int position = 1; position <= length; position++) {
            AuditSeal seal = new AuditSeal(position, previous, entry(null), Instant.EPOCH);
            previous = seal.hash;
            chain.add(seal);
        }
        return chain;
    }

    private static AuditEntry entry(String principal) {
        var actor = new Actor("vp-head", "cchc-web", Set.of("unit-head"), "VP", Set.of("VP"), Map.of(), principal);
        var context = new ChangeContext(actor, new RequestContext("r-1", null, null, null), null, ExpectedVersion.ANY,
                new ChangeReason(null, null, null));
        var entry = new AuditEntry(new Thing(), "CREATE", context,
                Change.between(AuditJson.tree(Map.of()), AuditJson.tree(Map.of("numerator", 8))), Instant.EPOCH);
        entry.id = UUID.randomUUID();
        return entry;
    }

    private record Thing() implements Auditable {

        @Override
        public String auditType() {
            return "thing";
        }

        @Override
        public String auditId() {
            return "1";
        }

        @Override
        public Object auditSnapshot() {
            return Map.of();
        }
    }
}
