package vn.cchc.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Takes a request's marks down for whoever asks for them, and gives its id back. */
class RequestContextFilter {

    @ServerRequestFilter(preMatching = true)
    void note(ContainerRequestContext request) {
        RequestContext marks = RequestContext.of(request::getHeaderString);
        request.setProperty(RequestContext.REQUEST_ID, marks.requestId());
        marks.keep();
    }

    @ServerResponseFilter
    void echo(ContainerRequestContext request, ContainerResponseContext reply) {
        if (request.getProperty(RequestContext.REQUEST_ID) instanceof String id) {
            reply.getHeaders().putSingle(RequestContext.REQUEST_ID, id);
        }
    }
}
