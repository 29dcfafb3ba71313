package vn.cchc.rest.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.rest.input.StorableText;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Which page of a collection is asked for, by keyset: a later page costs what the first one costs. */
public class Paging {

    private static final int MOST = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(MOST)
    @Parameter(description = "How many items at most, 1 to 200")
    int limit;

    @QueryParam("cursor")
    @Parameter(description = "Where the page begins: taken from `next` of the page before, never made up")
    String cursor;

    @Context
    UriInfo uri;

    public int limit() {
        if (limit < 1 || limit > MOST) {
            throw invalid("limit");
        }
        return limit;
    }

    /** How many rows to read: one more than asked, to know whether a page follows. */
    public int rows() {
        return limit() + 1;
    }

    /** The key after which the page begins; the empty text for the first page. */
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

    /** The same for a collection that is ordered by number; 0 for the first page. */
    public int afterNumber() {
        try {
            return Math.toIntExact(afterPosition());
        } catch (ArithmeticException e) {
            throw invalid("cursor");
        }
    }

    /** The same for a collection that has no end. */
    public long afterPosition() {
        try {
            return cursor == null ? 0 : Long.parseLong(after());
        } catch (NumberFormatException e) {
            throw invalid("cursor");
        }
    }

    /** The same for a collection that is ordered by UUIDs of version 7, that is by their creation. */
    public UUID afterId() {
        try {
            return cursor == null ? BEFORE_ALL : UUID.fromString(after());
        } catch (IllegalArgumentException e) {
            throw invalid("cursor");
        }
    }

    private static ProblemException invalid(String parameter) {
        var fault = Violation.at(parameter, CommonProblem.INVALID_PARAMETER);
        return new ProblemException(CommonProblem.INVALID_PARAMETER, List.of(fault));
    }

    String linkAfter(String key) {
        String next = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
        return uri.getRequestUriBuilder().replaceQueryParam("cursor", next).scheme(null).host(null).port(-1).build().toString();
    }
}
