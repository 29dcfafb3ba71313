package vn.cchc.rest.http;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Adds {@code Allow} to a refused method (RFC 9110, 15.5.6), which the framework leaves out. */
@Provider
@Priority(1)
class AllowedMethods extends ExceptionMapperBase<NotAllowedException> {

    @Override
    protected HttpProblem toProblem(NotAllowedException refused) {
        return HttpProblem.builder().withStatus(Status.METHOD_NOT_ALLOWED)
                .withHeader(HttpHeaders.ALLOW, String.join(", ", of(CurrentRequestManager.get()))).build();
    }

    private static SortedSet<String> of(ResteasyReactiveRequestContext request) {
        var classes = new RequestMapper<>(request.getDeployment().getClassMappers());
        String path = request.getPathWithoutPrefix();
        SortedSet<String> methods = new TreeSet<>(Stream.of("OPTIONS").toList());
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
            Stream.of(match.value.handlers).filter(ClassRoutingHandler.class::isInstance).map(ClassRoutingHandler.class::cast)
                    .forEach(routes -> routes.getMappers().forEach((method, mapper) -> {
                        if (method != null && mapper.map(remaining) != null) {
                            methods.add(method);
                        }
                    }));
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
