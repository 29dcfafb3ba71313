package vn.cchc.rest.paging;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds the link to the next page as a header, for generic clients (RFC 8288). */
class LinkHeader {

    @ServerResponseFilter
    void link(ContainerResponseContext reply) {
        if (reply.getEntity() instanceof Page<?> page && page.next() != null) {
            reply.getHeaders().putSingle(HttpHeaders.LINK, '<' + page.next() + ">; rel=\"next\"");
        }
    }
}
