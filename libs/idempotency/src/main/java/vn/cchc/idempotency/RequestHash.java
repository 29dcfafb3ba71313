package vn.cchc.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import io.vertx.ext.web.RoutingContext;

/** The SHA-256 of a request. Different requests with the same key have different hashes. */
record RequestHash(String hex) {

    private static final String BODY = RequestHash.class.getName();

    /** The hash of the method, the path with its query, and the body as received. */
    static RequestHash of(RoutingContext request) {
        String body = request.get(BODY, "");
        return new RequestHash(
                sha256((request.request().method() + " " + request.request().uri() + "\n" + body).getBytes(UTF_8)));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** After the interceptor of rest-support that limits the size of the body. */
    @Provider
    @Priority(Priorities.USER + 100)
    static class OfBody implements ReaderInterceptor {

        private final RoutingContext request;

        OfBody(RoutingContext request) {
            this.request = request;
        }

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            if (request.request().headers().contains(IdempotencyKey.HEADER)) {
                byte[] body = context.getInputStream().readAllBytes();
                request.put(BODY, sha256(body));
                context.setInputStream(new ByteArrayInputStream(body));
            }
            return context.proceed();
        }
    }
}
