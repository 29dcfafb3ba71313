package vn.cchc.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.rest.precondition.Representation;

/**
 * A response with its serialised body, as it is sent and stored.
 *
 * @param location null for none
 * @param body null for none
 */
record StoredResponse(int status, String location, Representation body, boolean replayed) {

    static StoredResponse first(Object result, ObjectMapper json) {
        if (result instanceof Response response) {
            return new StoredResponse(response.getStatus(), response.getHeaderString(HttpHeaders.LOCATION),
                    serialised(response.getEntity(), json), false);
        }
        Status status = result == null ? Status.NO_CONTENT : Status.OK;
        return new StoredResponse(status.getStatusCode(), null, serialised(result, json), false);
    }

    private static Representation serialised(Object entity, ObjectMapper json) {
        return entity == null ? null : Representation.of(entity, json);
    }

    StoredResponse withoutBody() {
        return new StoredResponse(status, location, null, replayed);
    }

    byte[] json() {
        return body == null ? null : body.body();
    }

    String etag() {
        return body == null ? null : body.tag();
    }
}
