package vn.cchc.rest.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.vertx.core.http.HttpServerRequest;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;

/** The parameters of keyset paging: every page costs the same. */
public class Paging {

    private static final int MAX_LIMIT = 200;
    private static final UUID FIRST_ID = new UUID(0, 0);

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(MAX_LIMIT)
    @Parameter(description = "Maximum number of items, 1 to 200")
    int limit;

    @QueryParam("cursor")
    @Parameter(description = "Start of the page: the value from `next` of the previous page")
    String cursor;

    @Context
    HttpServerRequest request;

    public int limit() {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw invalid("limit");
        }
        return limit;
    }

    /** The number of rows to read: one more than the page holds, to know whether another page follows. */
    public int rows() {
        return limit() + 1;
    }

    /** The key after which the page begins; empty for the first page. */
    public String after() {
        if (cursor == null) {
            return "";
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (!StorableText.isStorable(key)) {
                throw invalid("cursor");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw invalid("cursor");
        }
    }

    /** The key of a collection that is ordered by number; 0 for the first page. */
    public int afterNumber() {
        try {
            return Math.toIntExact(afterPosition());
        } catch (ArithmeticException e) {
            throw invalid("cursor");
        }
    }

    /** The key of a collection that is ordered by a position of 64 bits; 0 for the first page. */
    public long afterPosition() {
        try {
            return cursor == null ? 0 : Long.parseLong(after());
        } catch (NumberFormatException e) {
            throw invalid("cursor");
        }
    }

    /** The key of a collection that is ordered by UUIDs of version 7, that is by creation. */
    public UUID afterId() {
        try {
            return cursor == null ? FIRST_ID : UUID.fromString(after());
        } catch (IllegalArgumentException e) {
            throw invalid("cursor");
        }
    }

    private static ProblemException invalid(String parameter) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER,
                List.of(Violation.at(parameter, CommonProblem.INVALID_PARAMETER)));
    }

    /** Any character of a parameter's name can be percent-encoded. */
    private static boolean isCursor(String parameter) {
        return URLDecoder.decode(parameter.split("=", 2)[0], UTF_8).equals("cursor");
    }

    /** Relative, and built from the request line alone: the host that a caller names has no part in it. */
    String linkAfter(String key) {
        String next = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
        Stream<String> others = Stream.ofNullable(request.query()).flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> !parameter.isEmpty() && !isCursor(parameter));
        return request.path() + '?' + Stream.concat(others, Stream.of("cursor=" + next)).collect(Collectors.joining("&"));
    }
}
