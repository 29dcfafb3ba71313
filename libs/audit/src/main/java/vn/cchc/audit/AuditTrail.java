package vn.cchc.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeRecorder;
import vn.cchc.rest.precondition.ConcurrentChange;
import vn.cchc.rest.precondition.StaleResourceException;
import vn.cchc.rest.precondition.Versioned;

/**
 * The audit trail of a service. It adds one row to the transaction of the change; the {@link AuditChainSealer} puts the
 * row into the chain after the commit, so that writers do not wait for one another.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class AuditTrail implements ChangeRecorder {

    private static final int MAX_CONCURRENT_CHANGES = 50;

    private final EntityManager database;
    private final Clock clock;

    AuditTrail(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void created(Auditable resource, ChangeContext context) {
        record(resource, "CREATE", context, MissingNode.getInstance());
    }

    @Override
    public <R extends Auditable & Versioned> void requireMatch(R resource, ChangeContext context, Supplier<?> view) {
        context.expected().requireMatch(resource.revision(),
                changes -> new StaleResourceException(view.get(), latest(resource, changes)));
    }

    private List<ConcurrentChange> latest(Auditable resource, long changes) {
        List<AuditEntry> found = database.createQuery("""
                from AuditEntry where resource = :type and resourceId = :id order by at desc, id desc""", AuditEntry.class)
                .setParameter("type", resource.auditType()).setParameter("id", resource.auditId())
                .setMaxResults((int) Math.min(changes, MAX_CONCURRENT_CHANGES)).getResultList();
        List<ConcurrentChange> latest = new ArrayList<>(found.stream().map(AuditEntry::toConcurrentChange).toList());
        Collections.reverse(latest);
        return latest;
    }

    @Override
    public <T> T change(Auditable resource, String action, ChangeContext context, Supplier<T> change) {
        JsonNode before = AuditJson.tree(resource.auditSnapshot());
        T result = change.get();
        record(resource, action, context, before);
        return result;
    }

    /** Records the difference between a version and the one that it supersedes. */
    public void superseded(Auditable before, String action, ChangeContext context, Auditable now) {
        record(now, action, context, AuditJson.tree(before.auditSnapshot()));
    }

    private void record(Auditable resource, String action, ChangeContext context, JsonNode before) {
        List<Change> changes = Change.between(before, AuditJson.tree(resource.auditSnapshot()));
        database.persist(new AuditEntry(resource, action, context, changes, clock.instant()));
        // Increments the revision of the resource before the reply shows it.
        database.flush();
    }
}
