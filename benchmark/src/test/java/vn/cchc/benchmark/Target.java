package vn.cchc.benchmark;

import java.util.HashMap;
import java.util.Map;

/** What is requested: an address and the headers. */
record Target(String address, Map<String, String> headers) {

    static Target of(String address) {
        return new Target(address, Map.of());
    }

    static Target withToken(String address, String token) {
        return new Target(address, Map.of("Authorization", "Bearer " + token));
    }

    /** The same, if the reply has changed. */
    Target ifChanged(String etag) {
        Map<String, String> more = new HashMap<>(headers);
        more.put("If-None-Match", etag);
        return new Target(address, more);
    }
}
