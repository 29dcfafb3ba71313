package vn.cchc.gateway.openapi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.JsonNode;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;

/**
 * The merged document, ready to be sent.
 *
 * @param etag changes with the body and only with it
 */
record MergedDocument(Buffer body, String etag) {

    static MergedDocument of(JsonNode document) {
        Buffer body = Json.encodeToBuffer(document);
        return new MergedDocument(body, '"' + digest(body.getBytes()) + '"');
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
