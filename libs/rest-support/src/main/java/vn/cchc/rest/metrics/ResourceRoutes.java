package vn.cchc.rest.metrics;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;

import io.quarkus.arc.DefaultBean;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;

/** The path templates of the resources, and the document. */
@Singleton
@DefaultBean
class ResourceRoutes implements RequestRoutes {

    private static final String DOCUMENT = "/openapi";

    /** Built at the first request, because the resources are not deployed before. */
    private volatile RequestMapper<InitialMatch> classes;

    @Override
    public Optional<String> of(String path) {
        return path.equals(DOCUMENT) ? Optional.of(DOCUMENT) : template(ResteasyReactiveRecorder.getCurrentDeployment(), path);
    }

    private Optional<String> template(Deployment deployment, String path) {
        if (deployment == null || !path.startsWith(deployment.getPrefix())) {
            return Optional.empty();
        }
        String resource = path.substring(deployment.getPrefix().length());
        RequestMapper<InitialMatch> classes = classes(deployment);
        for (var match = classes.map(resource); match != null; match = classes.continueMatching(resource, match)) {
            Optional<String> found = template(match);
            if (found.isPresent()) {
                return found.map(template -> deployment.getPrefix() + template);
            }
        }
        return Optional.empty();
    }

    private RequestMapper<InitialMatch> classes(Deployment deployment) {
        RequestMapper<InitialMatch> built = classes;
        if (built == null) {
            built = new RequestMapper<>(deployment.getClassMappers());
            classes = built;
        }
        return built;
    }

    private static Optional<String> template(RequestMatch<InitialMatch> match) {
        String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
        return Stream.of(match.value.handlers).filter(ClassRoutingHandler.class::isInstance)
                .map(ClassRoutingHandler.class::cast).flatMap(routes -> routes.getMappers().values().stream())
                .map(operations -> operations.map(remaining)).filter(Objects::nonNull)
                .map(operation -> match.template.template + operation.template.template)
                .map(template -> template.endsWith("/") ? template.substring(0, template.length() - 1) : template).findFirst();
    }
}
