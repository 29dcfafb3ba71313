package vn.cchc.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.rest.precondition.Representation;

/**
 * A reply as it goes out, with its body already written: what is kept is what was sent.
 *
 * @param location null where it names none
 * @param body null where there is none
 */
record StoredResponse(int status, String location, Representation body, boolean replayed) {

    static StoredResponse first(Object result, ObjectMapper json) {
        if (result instanceof Response response) {
            return new StoredResponse(response.getStatus(), response.getHeaderString(HttpHeaders.LOCATION),
                    written(response.getEntity(), json), false);
        }
        Status status = result == null ? Status.NO_CONTENT : Status.OK;
        return new StoredResponse(status.getStatusCode(), null, written(result, json), false);
    }

    private static Representation written(Object entity, ObjectMapper json) {
        return entity == null ? null : Representation.of(entity, json);
    }

    StoredResponse withoutBody() {
        return new StoredResponse(status, location, null, replayed);
    }

    byte[] json() {
        return body == null ? null : body.json();
    }

    String etag() {
        return body == null ? null : body.tag();
    }
}
