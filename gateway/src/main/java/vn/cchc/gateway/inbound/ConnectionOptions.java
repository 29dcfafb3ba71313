package vn.cchc.gateway.inbound;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.problem.ProblemException;

/**
 * The header {@code Connection} (RFC 9110, 7.6.1). The fields that it names are for the gateway only and go no further. It must
 * not name fields that are for the service: by dropping them a caller could change what the service sees of a request that the
 * gateway has already checked.
 */
final class ConnectionOptions {

    private static final Pattern END_TO_END = Pattern
            .compile("authorization|cookie|host|content-.*|accept.*|if-.*|range|cache-control|idempotency-key|x-request-id"
                    + "|x-road-.*|x-forwarded-.*|forwarded|traceparent|tracestate|baggage|origin|access-control-.*");

    private ConnectionOptions() {
    }

    static void apply(RoutingContext ctx) {
        MultiMap headers = ctx.request().headers();
        if (!headers.contains(HttpHeaders.CONNECTION)) {
            ctx.next();
            return;
        }
        List<String> options = headers.getAll(HttpHeaders.CONNECTION).stream().flatMap(line -> Arrays.stream(line.split(",")))
                .map(option -> option.strip().toLowerCase(Locale.ROOT)).filter(option -> !option.isEmpty()).toList();
        if (options.stream().anyMatch(END_TO_END.asMatchPredicate())) {
            ctx.fail(ProblemException.malformed(List.of("Connection")));
            return;
        }
        options.stream().filter(option -> !option.equals("transfer-encoding")).forEach(headers::remove);
        ctx.next();
    }
}
