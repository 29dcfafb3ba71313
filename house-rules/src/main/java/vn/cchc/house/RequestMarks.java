package vn.cchc.house;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The marks by which a request is found again in the logs, here and on the bus that carried it. */
class RequestMarks {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final List<String> BUS = List.of("X-Road-Id", "X-Road-UserId", "X-Road-Client");

    @ServerRequestFilter(preMatching = true)
    void note(ContainerRequestContext request) {
        String given = request.getHeaderString(REQUEST_ID);
        String id = given == null || given.isBlank() ? UUID.randomUUID().toString() : given;
        request.setProperty(REQUEST_ID, id);
        MDC.put(REQUEST_ID, id);
        for (String mark : BUS) {
            if (request.getHeaderString(mark) != null) {
                MDC.put(mark, request.getHeaderString(mark));
            }
        }
    }

    @ServerResponseFilter
    void echo(ContainerRequestContext request, ContainerResponseContext reply) {
        if (request.getProperty(REQUEST_ID) instanceof String id) {
            reply.getHeaders().putSingle(REQUEST_ID, id);
        }
    }
}
