package vn.cchc.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

import io.opentelemetry.api.trace.Span;
import vn.cchc.rest.RequestContext;
import vn.cchc.rest.precondition.ConcurrentChange;

/** One change as it was written down, in the transaction of the change. */
@Entity
@Immutable
class AuditEntry {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    Instant at;
    String actor;
    String client;
    // No list: where another entity keeps a list of texts as JSON and Hibernate meets that one first, this would become JSON too.
    String[] roles;
    String unit;
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

    AuditEntry(Actor by, RequestContext marks, Instant at, Auditable changed, String action, List<Change> changes,
            ChangeReason why) {
        this.at = at;
        this.actor = by.subject();
        this.client = by.client();
        this.roles = by.roles().toArray(String[]::new);
        this.unit = by.unit();
        this.resource = changed.auditType();
        this.resourceId = changed.auditId();
        this.action = action;
        this.changes = AuditJson.write(changes);
        this.reasonCode = why.code();
        this.reason = why.text();
        this.decision = why.decision();
        this.traceId = Span.current().getSpanContext().isValid() ? Span.current().getSpanContext().getTraceId() : null;
        this.requestId = marks.requestId();
        this.xRoadId = marks.xRoadId();
        this.xRoadUser = marks.xRoadUser();
        this.xRoadClient = marks.xRoadClient();
    }

    /** The entry as a 412 response shows it to the caller of a concurrent update. */
    ConcurrentChange asMeanwhile() {
        return new ConcurrentChange(action, actor, at, AuditJson.readChanges(changes).stream().map(Change::field).toList());
    }
}
