package vn.cchc.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
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

    private static final String ADD_ALL = """
            insert into audit_entry (id, at, actor, client, roles, unit, resource, resource_id, action, changes, reason_code, reason,
              decision, trace_id, request_id, x_road_id, x_road_user, x_road_client, on_behalf_of)
            select uuidv7(), ?, ?, ?, ?, unit, resource, id, ?, changes, ?, ?, ?, ?, ?, ?, ?, ?, on_behalf_of
            from unnest(?, ?, ?, ?, ?) with ordinality as entry (unit, resource, id, changes, on_behalf_of, number) order by number""";

    /**
     * The change of one of many resources.
     *
     * @param unit the unit on whose behalf it was made
     * @param before null for a resource that was created
     */
    public record BulkChange(String unit, Auditable before, Auditable now) {
    }

    private final EntityManager database;
    private final DataSource connections;
    private final Clock clock;

    AuditTrail(EntityManager database, DataSource connections, Clock clock) {
        this.database = database;
        this.connections = connections;
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

    /** Records the same action on many resources in one statement. */
    public void changed(List<BulkChange> changes, String action, ChangeContext context) {
        try (Connection connection = connections.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD_ALL)) {
            Object[] common = { OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), context.by(),
                    context.actor().client(), texts(connection, context.actor().roles().stream().sorted()), action,
                    context.reason().code(), context.reason().text(), context.reason().decision(), context.traceId(),
                    context.request().requestId(), context.request().xRoadId(), context.request().xRoadUser(),
                    context.request().xRoadClient(), texts(connection, changes.stream().map(BulkChange::unit)),
                    texts(connection, changes.stream().map(change -> change.now().auditType())),
                    texts(connection, changes.stream().map(change -> change.now().auditId())),
                    texts(connection, changes.stream().map(AuditTrail::fields)),
                    texts(connection, changes.stream().map(change -> context.actor().headOf(change.unit()))) };
            for (int i = 0; i < common.length; i++) {
                add.setObject(i + 1, common[i]);
            }
            add.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** An array of its own type is sent in binary; thousands of differences would have to be escaped otherwise. */
    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray(String[]::new));
    }

    private static String fields(BulkChange change) {
        JsonNode before = change.before() == null ? MissingNode.getInstance() : AuditJson.tree(change.before().auditSnapshot());
        return AuditJson.write(Change.between(before, AuditJson.tree(change.now().auditSnapshot())));
    }

    private void record(Auditable resource, String action, ChangeContext context, JsonNode before) {
        List<Change> changes = Change.between(before, AuditJson.tree(resource.auditSnapshot()));
        database.persist(new AuditEntry(resource, action, context, changes, clock.instant()));
        // Increments the revision of the resource before the reply shows it.
        database.flush();
    }
}
