package vn.cchc.system.faults;

import java.util.Set;

import io.vertx.core.json.JsonObject;

/** A response. Status 0 stands for a broken connection. */
record Reply(int status, String body, String etag) {

    static final int NONE = 0;

    private static final Set<Integer> UNDECIDED = Set.of(NONE, 429, 500, 502, 503, 504);

    /** Whether it states the outcome of the request. */
    boolean isDefinite() {
        return !UNDECIDED.contains(status);
    }

    boolean isDone() {
        return status / 100 == 2;
    }

    JsonObject json() {
        return new JsonObject(body);
    }

    String id() {
        return json().getString("id");
    }
}
