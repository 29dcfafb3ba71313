package vn.cchc.ledger.idempotency;

import java.io.UncheckedIOException;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A reply as it goes out, with its body already written: what is kept is what was sent.
 *
 * @param location null where it names none
 * @param body JSON; null where there is none
 */
record KeptReply(int status, String location, byte[] body, boolean replayed) {

    static KeptReply first(Object result, ObjectMapper json) {
        if (result instanceof Response response) {
            return new KeptReply(response.getStatus(), response.getHeaderString(HttpHeaders.LOCATION),
                    written(response.getEntity(), json), false);
        }
        Status status = result == null ? Status.NO_CONTENT : Status.OK;
        return new KeptReply(status.getStatusCode(), null, written(result, json), false);
    }

    private static byte[] written(Object entity, ObjectMapper json) {
        try {
            return entity == null ? null : json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
