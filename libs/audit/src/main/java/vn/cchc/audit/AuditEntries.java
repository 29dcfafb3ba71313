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

/** The sealed entries, as they are read. */
@ApplicationScoped
class AuditEntries {

    private static final int ROWS_AT_ONCE = 500;

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

    /** Reads the chain from end to end, some rows at a time and in no transaction: a long one would hold up the database. */
    Verification verify(Checkpoint known) {
        Verification found = Verification.BEGUN;
        List<AuditSeal> next = after(0);
        while (!next.isEmpty() && found.intact()) {
            for (AuditSeal seal : next) {
                found = found.then(seal, known);
            }
            database.clear();
            next = after(next.get(next.size() - 1).position);
        }
        Tuple waiting = database.createSelectionQuery("""
                select count(*), min(entry.at) from AuditEntry entry
                where not exists (select 1 from AuditSeal seal where seal.entry = entry)""", Tuple.class).getSingleResult();
        return found.ended(known).waiting(waiting.get(0, Long.class), waiting.get(1, Instant.class));
    }

    private List<AuditSeal> after(long position) {
        return database.createSelectionQuery("""
                from AuditSeal seal left join fetch seal.entry where seal.position > :after order by seal.position""",
                AuditSeal.class).setParameter("after", position).setMaxResults(ROWS_AT_ONCE).getResultList();
    }
}
