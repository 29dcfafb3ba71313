package vn.cchc.rest.change;

import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import vn.cchc.rest.precondition.ExpectedVersion;
import vn.cchc.rest.precondition.RequiresIfMatch;

/** Reads {@code If-Match} for the operations that require it: 428 without the header, 400 if it is malformed. */
class IfMatchFilter {

    private final CurrentRequest current;

    IfMatchFilter(CurrentRequest current) {
        this.current = current;
    }

    @ServerRequestFilter
    void read(ContainerRequestContext request, ResourceInfo operation) {
        if (operation.getResourceMethod().isAnnotationPresent(RequiresIfMatch.class)) {
            current.expect(ExpectedVersion.ofIfMatch(request.getHeaders().getOrDefault(HttpHeaders.IF_MATCH, List.of())));
        }
    }
}
