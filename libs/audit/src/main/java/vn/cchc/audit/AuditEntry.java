package vn.cchc.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.precondition.ConcurrentChange;

/** One recorded change. */
@Entity
@Immutable
class AuditEntry {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    Instant at;
    String actor;
    String client;
    // Not a List: if Hibernate meets another entity with a list of texts as JSON first, it maps every such list to JSON.
    String[] roles;
    String unit;
    /** Null if the actor was nobody's deputy. */
    String onBehalfOf;
    String resource;
    String resourceId;
    String action;
    String changes;
    String reasonCode;
    String reason;
    String decision;
    String traceId;
    String requestId;
    String xRoadId;
    String xRoadUser;
    String xRoadClient;

    protected AuditEntry() {
    }

    AuditEntry(Auditable resource, String action, ChangeContext context, List<Change> changes, Instant at) {
        this.at = at;
        this.actor = context.actor().subject();
        this.client = context.actor().client();
        this.roles = context.actor().roles().stream().sorted().toArray(String[]::new);
        this.unit = context.actor().unit();
        this.onBehalfOf = context.actor().principal();
        this.resource = resource.auditType();
        this.resourceId = resource.auditId();
        this.action = action;
        this.changes = AuditJson.write(changes);
        this.reasonCode = context.reason().code();
        this.reason = context.reason().text();
        this.decision = context.reason().decision();
        this.traceId = context.traceId();
        this.requestId = context.request().requestId();
        this.xRoadId = context.request().xRoadId();
        this.xRoadUser = context.request().xRoadUser();
        this.xRoadClient = context.request().xRoadClient();
    }

    /** The entry as a 412 response shows it to the caller of a concurrent update. */
    ConcurrentChange toConcurrentChange() {
        return new ConcurrentChange(action, actor, at, AuditJson.readChanges(changes).stream().map(Change::field).toList());
    }
}
