package vn.cchc.rest.change;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import vn.cchc.rest.RequestContext;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.precondition.ExpectedVersion;

/**
 * A change as a value, independent of its origin: an HTTP request ({@link CurrentRequest}), an import, a job or a
 * consumer ({@link SystemActor}).
 *
 * @param request the correlation ids of the request; each is null without one
 * @param traceId null without a trace
 * @param expected the version that the change expects
 */
public record ChangeContext(Actor actor, RequestContext request, String traceId, ExpectedVersion expected,
        ChangeReason reason) {

    /** With the ids of the current request and trace. */
    static ChangeContext of(Actor actor, RequestContext request, ExpectedVersion expected) {
        SpanContext trace = Span.current().getSpanContext();
        return new ChangeContext(actor, request, trace.isValid() ? trace.getTraceId() : null, expected, ChangeReason.NONE);
    }

    /** The subject of the actor. */
    public String by() {
        return actor.subject();
    }

    /** The same change on behalf of one of the actor's units; 403 for any other unit. */
    public ChangeContext onBehalfOf(String unit) {
        return new ChangeContext(actor.onBehalfOf(unit), request, traceId, expected, reason);
    }

    /** The same change as the deputy of another person. */
    public ChangeContext asDeputyOf(String principal) {
        return new ChangeContext(actor.asDeputyOf(principal), request, traceId, expected, reason);
    }

    public ChangeContext withReason(ChangeReason given) {
        return new ChangeContext(actor, request, traceId, expected, given);
    }
}
