package vn.cchc.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import vn.cchc.rest.RequestContext;

/** Counts SQL statements by the request that caused them. Those of background tasks, which have no request id, do not count. */
public class RequestStatements {

    private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();

    /** For the statement inspector of a service. */
    protected static void count() {
        String request = RequestContext.current().requestId();
        if (request != null) {
            COUNTS.merge(request, 1L, Long::sum);
        }
    }

    public static long of(String request) {
        return COUNTS.getOrDefault(request, 0L);
    }

    protected static void clear() {
        COUNTS.clear();
    }

    protected static long sum() {
        return COUNTS.values().stream().mapToLong(Long::longValue).sum();
    }
}
