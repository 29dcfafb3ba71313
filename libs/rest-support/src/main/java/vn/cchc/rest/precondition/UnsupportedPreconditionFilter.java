package vn.cchc.rest.precondition;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * Refuses {@code If-None-Match} at unsafe operations, and {@code If-Match} at operations that do not require it. To ignore them
 * would process a request against the condition of the caller (RFC 9110, 13.1).
 */
class UnsupportedPreconditionFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        if (!SAFE.contains(request.getMethod())) {
            refuse(request, HttpHeaders.IF_NONE_MATCH);
        }
        if (!operation.getResourceMethod().isAnnotationPresent(RequiresIfMatch.class)) {
            refuse(request, HttpHeaders.IF_MATCH);
        }
    }

    private static void refuse(ContainerRequestContext request, String header) {
        if (request.getHeaders().containsKey(header)) {
            throw new ProblemException(CommonProblem.UNSUPPORTED_PRECONDITION,
                    List.of(Violation.at(header, CommonProblem.UNSUPPORTED_PRECONDITION, header)), header);
        }
    }
}
