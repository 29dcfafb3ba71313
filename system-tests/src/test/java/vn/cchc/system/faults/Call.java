package vn.cchc.system.faults;

import java.util.Map;
import java.util.UUID;

import io.vertx.core.json.JsonObject;

/**
 * A request that is repeated unchanged until its outcome is known.
 *
 * @param token null for a citizen
 * @param key null if the operation has none
 * @param etag of the latest known version; null if unknown
 */
public record Call(String method, String path, String token, JsonObject body, String key, String etag) {

    public static Call post(String path, String token, Map<String, Object> body) {
        return new Call("POST", path, token, new JsonObject(body), UUID.randomUUID().toString(), null);
    }

    public static Call put(String path, String token, Map<String, Object> body) {
        return new Call("PUT", path, token, new JsonObject(body), UUID.randomUUID().toString(), null);
    }

    /** A status change without a body. */
    public static Call step(String path, String token) {
        return new Call("POST", path, token, null, UUID.randomUUID().toString(), null);
    }

    public static Call get(String path, String token) {
        return new Call("GET", path, token, null, null, null);
    }

    public Call unkeyed() {
        return new Call(method, path, token, body, null, etag);
    }

    public Call after(Reply seen) {
        return new Call(method, path, token, body, key, seen.etag());
    }
}
