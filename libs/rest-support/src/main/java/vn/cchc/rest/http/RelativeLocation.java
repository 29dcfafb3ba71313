package vn.cchc.rest.http;

import java.net.URI;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Reduces {@code Location} to path and query: the framework completes it with the host that the caller named. */
class RelativeLocation {

    /** After every filter that sets it. */
    @ServerResponseFilter(priority = Priorities.USER - 500)
    void reduce(ContainerResponseContext response) {
        Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (location != null) {
            URI full = URI.create(location.toString());
            String query = full.getRawQuery() == null ? "" : '?' + full.getRawQuery();
            response.getHeaders().putSingle(HttpHeaders.LOCATION, full.getRawPath() + query);
        }
    }
}
