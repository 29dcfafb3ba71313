package vn.cchc.rest;

import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jboss.logging.MDC;

import vn.cchc.rest.input.StorableText;

/**
 * The marks by which a request is found again in the logs and in the audit trail, here and on the bus that carried it.
 *
 * @param requestId the caller's {@code X-Request-Id}, or one made here
 * @param xRoadId the bus's id of the message; null where it came by another way, like the two after it
 * @param xRoadUser for whom the other system asks
 * @param xRoadClient which system asks
 */
public record RequestContext(String requestId, String xRoadId, String xRoadUser, String xRoadClient) {

    public static final RequestContext NONE = new RequestContext(null, null, null, null);
    public static final String REQUEST_ID = "X-Request-Id";
    private static final String X_ROAD_ID = "X-Road-Id";
    private static final String X_ROAD_USER = "X-Road-UserId";
    private static final String X_ROAD_CLIENT = "X-Road-Client";

    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");
    private static final int LONGEST_MARK = 1000;

    /** The caller's id where it is one; else a new one. */
    public static String requestId(String given) {
        return given != null && ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    }

    static RequestContext of(UnaryOperator<String> headers) {
        return new RequestContext(requestId(headers.apply(REQUEST_ID)), mark(headers.apply(X_ROAD_ID)),
                mark(headers.apply(X_ROAD_USER)), mark(headers.apply(X_ROAD_CLIENT)));
    }

    /** Those of the request that is being answered; empty where none is. */
    public static RequestContext current() {
        return new RequestContext(kept(REQUEST_ID), kept(X_ROAD_ID), kept(X_ROAD_USER), kept(X_ROAD_CLIENT));
    }

    void keep() {
        MDC.put(REQUEST_ID, requestId);
        keep(X_ROAD_ID, xRoadId);
        keep(X_ROAD_USER, xRoadUser);
        keep(X_ROAD_CLIENT, xRoadClient);
    }

    private static void keep(String name, String mark) {
        if (mark != null) {
            MDC.put(name, mark);
        }
    }

    private static String kept(String name) {
        return MDC.get(name) instanceof String mark ? mark : null;
    }

    private static String mark(String given) {
        if (given == null || !StorableText.isStorable(given)) {
            return null;
        }
        return given.length() > LONGEST_MARK ? given.substring(0, LONGEST_MARK) : given;
    }
}
