package vn.cchc.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Copies the correlation headers into the logging context, and {@code X-Request-Id} into the response. */
class RequestContextFilter {

    @ServerRequestFilter(preMatching = true)
    void copy(ContainerRequestContext request) {
        RequestContext context = RequestContext.of(request::getHeaderString);
        request.setProperty(RequestContext.REQUEST_ID, context.requestId());
        context.begin();
    }

    @ServerResponseFilter
    void echo(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(RequestContext.REQUEST_ID) instanceof String id) {
            response.getHeaders().putSingle(RequestContext.REQUEST_ID, id);
        }
    }
}
