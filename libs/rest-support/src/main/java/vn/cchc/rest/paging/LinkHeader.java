package vn.cchc.rest.paging;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says where the next page is also in the head, where generic clients look for it (RFC 8288). */
class LinkHeader {

    @ServerResponseFilter
    void link(ContainerResponseContext reply) {
        if (reply.getEntity() instanceof Page<?> page && page.next() != null) {
            reply.getHeaders().putSingle(HttpHeaders.LINK, '<' + page.next() + ">; rel=\"next\"");
        }
    }
}
