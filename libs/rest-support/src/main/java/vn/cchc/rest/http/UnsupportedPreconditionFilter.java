package vn.cchc.rest.http;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * Refuses {@code If-None-Match} at unsafe operations. To ignore it would change a resource against the condition of the caller
 * (RFC 9110, 13.1.2).
 */
class UnsupportedPreconditionFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) && request.getHeaders().containsKey(HttpHeaders.IF_NONE_MATCH)) {
            throw new ProblemException(CommonProblem.UNSUPPORTED_PRECONDITION, List.of(Violation.at(HttpHeaders.IF_NONE_MATCH,
                    CommonProblem.UNSUPPORTED_PRECONDITION, HttpHeaders.IF_NONE_MATCH)), HttpHeaders.IF_NONE_MATCH);
        }
    }
}
