package vn.cchc.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** Queries of sealed entries, and the verification of the chain. */
@ApplicationScoped
class AuditEntries {

    private static final int BATCH_SIZE = 500;
    private static final String UNSEALED = """
            select count(*) as entries, min(entry.at) as since from audit_entry entry
            where not exists (select from audit_seal seal where seal.entry = entry.id)""";
    // Entries of transactions before the latest horizon were sealed. In a restored copy the transaction numbers start again. Each
    // entry is looked up, because an anti-join may read all seals ever.
    private static final String UNSEALED_LATELY = """
            select count(*) as entries, min(entry.at) as since from audit_entry entry
            where entry.transaction >= coalesce((select case when horizon <= pg_snapshot_xmax(pg_current_snapshot())
                then horizon end from audit_seal order by position desc limit 1), '0'::xid8)
              and (select true from audit_seal seal where seal.entry = entry.id) is null""";

    private final Session database;

    AuditEntries(Session database) {
        this.database = database;
    }

    @Transactional
    List<AuditSeal> matching(AuditFilter filter, long after, int rows) {
        CriteriaBuilder builder = database.getCriteriaBuilder();
        CriteriaQuery<AuditSeal> query = builder.createQuery(AuditSeal.class);
        Root<AuditSeal> seal = query.from(AuditSeal.class);
        List<Predicate> conditions = filter.conditions(builder, (Join<?, ?>) seal.<AuditSeal, AuditEntry> fetch("entry"));
        conditions.add(builder.gt(seal.get("position"), after));
        query.where(conditions).orderBy(builder.asc(seal.get("position")));
        return database.createSelectionQuery(query).setMaxResults(rows).getResultList();
    }

    /** Verifies what follows the part that was verified from the beginning. */
    Verification verify(Checkpoint checkpoint) {
        return verified(anchor -> {
            VerifiedPart part = verifiedPart().filter(found -> found.isBehind(anchor)).orElse(null);
            return part == null ? readOn(Verification.from(anchor, checkpoint), checkpoint)
                    : readOn(Verification.from(anchor, part, checkpoint, this::hashAt), checkpoint);
        }, checkpoint, UNSEALED_LATELY);
    }

    /** Verifies the whole chain. */
    Verification verifyAll(Checkpoint checkpoint) {
        return verified(anchor -> {
            Verification found = readOn(Verification.from(anchor, checkpoint), checkpoint);
            Long altered = found.intact() ? alteredPart(anchor) : null;
            return altered == null ? found : found.withAlteredPart(altered);
        }, checkpoint, UNSEALED);
    }

    Optional<VerifiedPart> verifiedPart() {
        return database
                .createNativeQuery("select position, hash, verified_at from audit_checkpoint order by number desc limit 1",
                        Tuple.class)
                .addScalar("position", Long.class).addScalar("hash", String.class)
                .addScalar("verified_at", Instant.class).getResultStream()
                .map(row -> new VerifiedPart(row.get(0, Long.class), row.get(1, String.class), row.get(2, Instant.class)))
                .findFirst();
    }

    @Transactional
    void keep(VerifiedPart part) {
        database.createNativeMutationQuery(
                "insert into audit_checkpoint (position, hash, verified_at) values (:position, :hash, :verifiedAt)")
                .setParameter("position", part.position()).setParameter("hash", part.hash())
                .setParameter("verifiedAt", part.verifiedAt()).executeUpdate();
    }

    private Verification verified(Function<Anchor, Verification> verify, Checkpoint checkpoint, String unsealedEntries) {
        Anchor anchor = anchor();
        checkpoint.requireKept(anchor);
        Verification verification = verify.apply(anchor);
        // Rows that are removed during the verification are no mismatch.
        while (!verification.intact() && !anchor.equals(anchor())) {
            anchor = anchor();
            checkpoint.requireKept(anchor);
            verification = verify.apply(anchor);
        }
        Tuple unsealed = database.createNativeQuery(unsealedEntries, Tuple.class).addScalar("entries", Long.class)
                .addScalar("since", Instant.class).getSingleResult();
        return verification.withUnsealed(unsealed.get(0, Long.class), unsealed.get(1, Instant.class));
    }

    /**
     * Reads the seals in batches and without a transaction, because a long transaction delays the vacuum of the database.
     */
    private Verification readOn(Verification begun, Checkpoint checkpoint) {
        Verification verification = begun;
        List<AuditSeal> next = begun.intact() ? after(begun.last()) : List.of();
        while (!next.isEmpty() && verification.intact()) {
            for (AuditSeal seal : next) {
                verification = verification.then(seal, checkpoint);
            }
            database.clear();
            next = next.size() < BATCH_SIZE ? List.of() : after(next.get(next.size() - 1).position);
        }
        return verification.completed(checkpoint);
    }

    /** The position of the first verified part whose hash is no longer that of the chain; null if there is none. */
    private Long alteredPart(Anchor anchor) {
        return database.createNativeQuery("""
                select part.position from audit_checkpoint part
                left join (select position, hash from audit_seal union all select position, hash from audit_anchor) as kept
                  on kept.position = part.position
                where part.position >= :anchor and kept.hash is distinct from part.hash
                order by part.position limit 1""", Long.class).setParameter("anchor", anchor.position()).getResultStream()
                .findFirst().orElse(null);
    }

    /** Null if there is no such row. */
    private String hashAt(long position) {
        return database.createSelectionQuery("select hash from AuditSeal where position = :position", String.class)
                .setParameter("position", position).getSingleResultOrNull();
    }

    private Anchor anchor() {
        return database
                .createNativeQuery("select position, hash from audit_anchor order by position desc limit 1", Anchor.class)
                .getResultStream().findFirst().orElse(Anchor.NONE);
    }

    private List<AuditSeal> after(long position) {
        return database.createSelectionQuery("""
                from AuditSeal seal left join fetch seal.entry where seal.position > :after order by seal.position""",
                AuditSeal.class).setParameter("after", position).setMaxResults(BATCH_SIZE).getResultList();
    }
}
