package vn.cchc.idempotency;

import java.time.Instant;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import vn.cchc.rest.precondition.Representation;

/** A call and its response. */
@Entity
class IdempotencyRecord {

    @EmbeddedId
    IdempotencyKey id;
    String request;
    Instant at;
    Integer status;
    String location;
    byte[] body;
    String etag;

    protected IdempotencyRecord() {
    }

    boolean isOf(RequestHash hash) {
        return request.equals(hash.hex());
    }

    StoredResponse response() {
        return new StoredResponse(status, location, body == null ? null : new Representation(body, etag), true);
    }
}
