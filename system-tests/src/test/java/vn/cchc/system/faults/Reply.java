package vn.cchc.system.faults;

import java.util.Set;

import io.vertx.core.json.JsonObject;

/** A response. Status 0 stands for a broken connection. */
public record Reply(int status, String body, String etag) {

    public static final int NONE = 0;

    private static final Set<Integer> UNDECIDED = Set.of(NONE, 429, 500, 502, 503, 504);

    /** Whether it states the outcome of the request. */
    public boolean isDefinite() {
        return !UNDECIDED.contains(status);
    }

    public boolean isDone() {
        return status / 100 == 2;
    }

    public JsonObject json() {
        return new JsonObject(body);
    }

    public String id() {
        return json().getString("id");
    }
}
