package vn.cchc.ledger.audit;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import vn.cchc.house.Caller;
import vn.cchc.house.RequestMarks;

/**
 * Where a service writes down its changes. It only adds a row to the transaction of the change; the {@link Sealer} puts the
 * row into the chain once it is committed, so that writers never wait for one another.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class AuditTrail {

    private final EntityManager database;
    private final Caller caller;
    private final Clock clock;
    private final String service;

    AuditTrail(EntityManager database, Caller caller, Clock clock, @ConfigProperty(name = "cchc.service") String service) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
        this.service = service;
    }

    /** Notes what has just come to be. */
    public void created(Audited made) {
        note(made, "CREATE", Change.between(MissingNode.getInstance(), AuditJson.tree(made.auditedState())), Why.UNASKED);
    }

    /** Makes the change and notes what it changed. */
    public void change(Audited resource, String action, Runnable change) {
        change(resource, action, Why.UNASKED, change);
    }

    public void change(Audited resource, String action, Why why, Runnable change) {
        change(resource, action, why, () -> {
            change.run();
            return null;
        });
    }

    /** The same for a change that tells something. */
    public <T> T change(Audited resource, String action, Supplier<T> change) {
        return change(resource, action, Why.UNASKED, change);
    }

    private <T> T change(Audited resource, String action, Why why, Supplier<T> change) {
        JsonNode before = AuditJson.tree(resource.auditedState());
        T told = change.get();
        note(resource, action, Change.between(before, AuditJson.tree(resource.auditedState())), why);
        return told;
    }

    private void note(Audited resource, String action, List<Change> changes, Why why) {
        RequestMarks marks = RequestMarks.current();
        database.persist(
                new AuditEntry(Actor.of(caller, marks, service), marks, clock.instant(), resource, action, changes, why));
    }
}
