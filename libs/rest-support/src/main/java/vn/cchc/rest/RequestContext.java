package vn.cchc.rest;

import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jboss.logging.MDC;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import vn.cchc.rest.text.StorableText;

/**
 * The headers that identify a request in the logs and in the audit trail.
 *
 * @param requestId {@code X-Request-Id} of the caller, or a generated one
 * @param xRoadId identifier of the message on X-Road; null outside X-Road, as the following two
 * @param xRoadUser user of the other system
 * @param xRoadClient the other system
 */
public record RequestContext(String requestId, String xRoadId, String xRoadUser, String xRoadClient) {

    public static final RequestContext NONE = new RequestContext(null, null, null, null);
    public static final String REQUEST_ID = "X-Request-Id";
    private static final String X_ROAD_ID = "X-Road-Id";
    private static final String X_ROAD_USER = "X-Road-UserId";
    private static final String X_ROAD_CLIENT = "X-Road-Client";

    private static final String LOCAL = RequestContext.class.getName();
    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");
    private static final int MAX_LENGTH = 1000;

    /** The given identifier if it is valid; otherwise a new one. */
    public static String requestId(String given) {
        return given != null && ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    }

    static RequestContext of(UnaryOperator<String> headers) {
        return new RequestContext(requestId(headers.apply(REQUEST_ID)), header(headers.apply(X_ROAD_ID)),
                header(headers.apply(X_ROAD_USER)), header(headers.apply(X_ROAD_CLIENT)));
    }

    /** The context of the current request; empty without one. */
    public static RequestContext current() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(LOCAL, NONE) : NONE;
    }

    /** Keeps the context for the request, and copies it into the logging context, but for the user: a line names no person. */
    void begin() {
        ContextLocals.put(LOCAL, this);
        MDC.put(REQUEST_ID, requestId);
        toMdc(X_ROAD_ID, xRoadId);
        toMdc(X_ROAD_CLIENT, xRoadClient);
    }

    private static void toMdc(String name, String value) {
        if (value != null) {
            MDC.put(name, value);
        }
    }

    private static String header(String given) {
        if (given == null || !StorableText.isStorable(given)) {
            return null;
        }
        return given.length() > MAX_LENGTH ? given.substring(0, MAX_LENGTH) : given;
    }
}
