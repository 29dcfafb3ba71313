package vn.cchc.audit;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import vn.cchc.rest.RequestContext;
import vn.cchc.rest.caller.Caller;
import vn.cchc.rest.precondition.ConcurrentChange;
import vn.cchc.rest.precondition.Precondition;
import vn.cchc.rest.precondition.Versioned;

/**
 * Where a service writes down its changes. It only adds a row to the transaction of the change; the {@link AuditChainSealer}
 * puts the
 * row into the chain once it is committed, so that writers never wait for one another.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class AuditTrail {

    private static final int CHANGES_TOLD = 50;

    private final EntityManager database;
    private final Precondition precondition;
    private final Caller caller;
    private final Clock clock;
    private final String service;

    AuditTrail(EntityManager database, Precondition precondition, Caller caller, Clock clock,
            @ConfigProperty(name = "cchc.service") String service) {
        this.database = database;
        this.precondition = precondition;
        this.caller = caller;
        this.clock = clock;
        this.service = service;
    }

    /** Notes what has just come to be. */
    public void created(Auditable made) {
        note(made, "CREATE", Change.between(MissingNode.getInstance(), AuditJson.tree(made.auditSnapshot())),
                ChangeReason.NONE);
    }

    /**
     * Refuses a change by who has not seen what the resource is now, and tells them what was changed since they looked. To be
     * asked under the lock of the change.
     */
    public void requireMatch(Auditable resource, Versioned now) {
        precondition.requireMatch(now, changes -> latest(resource, (int) Math.min(changes, CHANGES_TOLD)));
    }

    private List<ConcurrentChange> latest(Auditable resource, int changes) {
        List<ConcurrentChange> found = database.createQuery("""
                from AuditEntry where resource = :kind and resourceId = :id order by at desc, id desc""", AuditEntry.class)
                .setParameter("kind", resource.auditType()).setParameter("id", resource.auditId()).setMaxResults(changes)
                .getResultStream().map(AuditEntry::asMeanwhile).collect(Collectors.toList());
        Collections.reverse(found);
        return found;
    }

    /** Makes the change and notes what it changed. */
    public void change(Auditable resource, String action, Runnable change) {
        change(resource, action, ChangeReason.NONE, change);
    }

    public void change(Auditable resource, String action, ChangeReason why, Runnable change) {
        change(resource, action, why, () -> {
            change.run();
            return null;
        });
    }

    /** The same for a change that tells something. */
    public <T> T change(Auditable resource, String action, Supplier<T> change) {
        return change(resource, action, ChangeReason.NONE, change);
    }

    private <T> T change(Auditable resource, String action, ChangeReason why, Supplier<T> change) {
        JsonNode before = AuditJson.tree(resource.auditSnapshot());
        T result = change.get();
        note(resource, action, Change.between(before, AuditJson.tree(resource.auditSnapshot())), why);
        return result;
    }

    /** Notes what a version changed of the one whose place it took. */
    public void replaced(Auditable before, String action, Auditable now) {
        note(now, action, Change.between(AuditJson.tree(before.auditSnapshot()), AuditJson.tree(now.auditSnapshot())),
                ChangeReason.NONE);
    }

    private void note(Auditable resource, String action, List<Change> changes, ChangeReason why) {
        RequestContext marks = RequestContext.current();
        database.persist(
                new AuditEntry(Actor.of(caller, marks, service), marks, clock.instant(), resource, action, changes, why));
        // So that the resource counts this change before the reply shows it.
        database.flush();
    }
}
