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

/** The query parameters that filter the trail. */
public class AuditFilter {

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    @QueryParam("resource")
    @Parameter(description = "Type of the changed resource", example = "report")
    String resource;

    @QueryParam("resourceId")
    @Parameter(description = "Id or code of the changed resource")
    String resourceId;

    @QueryParam("action")
    @Parameter(description = "The action", example = "ACCEPT")
    String action;

    @QueryParam("actor")
    @Parameter(description = "`sub` of the actor", example = "reviewer")
    String actor;

    @QueryParam("clientId")
    @Parameter(description = "`client_id` of the actor's token", example = "one-stop-system")
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
        values().forEach((field, value) -> conditions.add(builder.equal(entry.get(field), value)));
        if (from != null) {
            conditions.add(builder.greaterThanOrEqualTo(entry.get("at"), inRange("from", from)));
        }
        if (until != null) {
            conditions.add(builder.lessThan(entry.get("at"), inRange("until", until)));
        }
        return conditions;
    }

    /** Years of four digits (RFC 3339). The range of Java exceeds that of the database. */
    private static Instant inRange(String parameter, Instant given) {
        if (given.isBefore(EARLIEST) || given.isAfter(LATEST)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at(parameter, CommonProblem.INVALID_PARAMETER)));
        }
        return given;
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put("resource", resource);
        values.put("resourceId", resourceId);
        values.put("action", action);
        values.put("actor", actor);
        values.put("client", clientId);
        values.put("requestId", requestId);
        values.values().removeIf(Objects::isNull);
        return values;
    }
}
