package vn.cchc.ledger.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.house.precondition.Representation;

/**
 * A reply as it goes out, with its body already written: what is kept is what was sent.
 *
 * @param location null where it names none
 * @param body null where there is none
 */
record KeptReply(int status, String location, Representation body, boolean replayed) {

    static KeptReply first(Object result, ObjectMapper json) {
        if (result instanceof Response response) {
            return new KeptReply(response.getStatus(), response.getHeaderString(HttpHeaders.LOCATION),
                    written(response.getEntity(), json), false);
        }
        Status status = result == null ? Status.NO_CONTENT : Status.OK;
        return new KeptReply(status.getStatusCode(), null, written(result, json), false);
    }

    private static Representation written(Object entity, ObjectMapper json) {
        return entity == null ? null : Representation.of(entity, json);
    }

    KeptReply withoutBody() {
        return new KeptReply(status, location, null, replayed);
    }

    byte[] json() {
        return body == null ? null : body.json();
    }

    String etag() {
        return body == null ? null : body.tag();
    }
}
