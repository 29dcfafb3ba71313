package vn.cchc.audit;

import java.time.Instant;
import java.util.List;

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

    /**
     * Reads the whole chain in batches and without a transaction, because a long transaction delays the vacuum of the
     * database.
     */
    Verification verify(Checkpoint checkpoint) {
        Anchor anchor = anchor();
        Verification verification = verify(checkpoint, anchor);
        // Rows that are removed during the verification are no mismatch.
        while (!verification.intact() && !anchor.equals(anchor())) {
            anchor = anchor();
            verification = verify(checkpoint, anchor);
        }
        Tuple unsealed = database.createSelectionQuery("""
                select count(*), min(entry.at) from AuditEntry entry
                where not exists (select 1 from AuditSeal seal where seal.entry = entry)""", Tuple.class).getSingleResult();
        return verification.withUnsealed(unsealed.get(0, Long.class), unsealed.get(1, Instant.class));
    }

    private Verification verify(Checkpoint checkpoint, Anchor anchor) {
        checkpoint.requireKept(anchor);
        Verification verification = Verification.from(anchor, checkpoint);
        List<AuditSeal> next = after(anchor.position());
        while (!next.isEmpty() && verification.intact()) {
            for (AuditSeal seal : next) {
                verification = verification.then(seal, checkpoint);
            }
            database.clear();
            next = after(next.get(next.size() - 1).position);
        }
        return verification.completed(checkpoint);
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
