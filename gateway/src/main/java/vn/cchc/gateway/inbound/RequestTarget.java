package vn.cchc.gateway.inbound;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.problem.ProblemException;

/** The path and the query of a request. */
final class RequestTarget {

    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/?]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    // All but the characters of RFC 3986 and the percent sign of an escape.
    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9\\-._~:/?@!$&'()*+,;=%]");

    private RequestTarget() {
    }

    static boolean isMalformed(String target) {
        return !target.startsWith("/") && !ORIGIN.matcher(target).find() || BAD_ESCAPE.matcher(target).find();
    }

    /**
     * The same target as a path and a query, with escapes for what a URI may not contain. Netty reads each byte of a target as
     * one character, and the service would get two bytes for it.
     */
    static String normalize(String target) {
        String path = ORIGIN.matcher(target).replaceFirst("");
        String rooted = path.startsWith("/") ? path : '/' + path;
        String escaped = BAD_ESCAPE.matcher(rooted).replaceAll("%25");
        return ILLEGAL.matcher(escaped).replaceAll(found -> escape(found.group()));
    }

    private static String escape(String character) {
        return "%" + HexFormat.of().withUpperCase().formatHex(character.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Refuses second names of a resource: paths with matrix parameters or with a slash at the end. */
    static void check(RoutingContext ctx) {
        String path = ctx.request().path();
        if (path.indexOf(';') >= 0 || path.endsWith("/")) {
            ctx.fail(ProblemException.notFound("path", path));
            return;
        }
        ctx.next();
    }
}
