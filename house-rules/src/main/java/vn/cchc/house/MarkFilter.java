package vn.cchc.house;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Takes a request's marks down for whoever asks for them, and gives its id back. */
class MarkFilter {

    @ServerRequestFilter(preMatching = true)
    void note(ContainerRequestContext request) {
        RequestMarks marks = RequestMarks.of(request::getHeaderString);
        request.setProperty(RequestMarks.REQUEST_ID, marks.requestId());
        marks.keep();
    }

    @ServerResponseFilter
    void echo(ContainerRequestContext request, ContainerResponseContext reply) {
        if (request.getProperty(RequestMarks.REQUEST_ID) instanceof String id) {
            reply.getHeaders().putSingle(RequestMarks.REQUEST_ID, id);
        }
    }
}
