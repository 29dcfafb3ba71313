package vn.cchc.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** By what the trail can be narrowed. */
public class AuditFilter {

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    @QueryParam("resource")
    @Parameter(description = "What was changed", example = "report")
    String resource;

    @QueryParam("resourceId")
    @Parameter(description = "Which one, by its id or code")
    String resourceId;

    @QueryParam("action")
    @Parameter(description = "What was done", example = "ACCEPT")
    String action;

    @QueryParam("actor")
    @Parameter(description = "`sub` of who did it", example = "reviewer")
    String actor;

    @QueryParam("clientId")
    @Parameter(description = "`client_id` of the program that was used", example = "one-stop-system")
    String clientId;

    @QueryParam("requestId")
    @Parameter(description = "`X-Request-Id` of the request")
    String requestId;

    @QueryParam("from")
    @Parameter(description = "Changes at this instant or later (RFC 3339)", example = "2026-01-01T00:00:00Z")
    Instant from;

    @QueryParam("until")
    @Parameter(description = "Changes before this instant (RFC 3339)", example = "2027-01-01T00:00:00Z")
    Instant until;

    List<Predicate> conditions(CriteriaBuilder builder, Path<?> entry) {
        List<Predicate> conditions = new ArrayList<>();
        wanted().forEach((field, value) -> conditions.add(builder.equal(entry.get(field), value)));
        if (from != null) {
            conditions.add(builder.greaterThanOrEqualTo(entry.get("at"), storable("from", from)));
        }
        if (until != null) {
            conditions.add(builder.lessThan(entry.get("at"), storable("until", until)));
        }
        return conditions;
    }

    /** RFC 3339 has years of four digits; the database knows more, but not all that Java knows. */
    private static Instant storable(String parameter, Instant given) {
        if (given.isBefore(EARLIEST) || given.isAfter(LATEST)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at(parameter, CommonProblem.INVALID_PARAMETER)));
        }
        return given;
    }

    private Map<String, String> wanted() {
        Map<String, String> wanted = new TreeMap<>();
        wanted.put("resource", resource);
        wanted.put("resourceId", resourceId);
        wanted.put("action", action);
        wanted.put("actor", actor);
        wanted.put("client", clientId);
        wanted.put("requestId", requestId);
        wanted.values().removeIf(Objects::isNull);
        return wanted;
    }
}
