package vn.cchc.rest.precondition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Adds {@code ETag} to representations, and responds with 304 to a matching {@code If-None-Match}. */
class ETagFilter {

    private static final String HELD = EntityTags.class.getName();
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Annotation[] NONE = {};
    private static final List<String> IMAGE = List.of(Representation.SVG);
    private static final MediaType IMAGE_TYPE = MediaType.valueOf(Representation.SVG);

    private final ObjectMapper json;

    ETagFilter(ObjectMapper json) {
        this.json = json;
    }

    @ServerRequestFilter
    void readIfNoneMatch(ContainerRequestContext request) {
        if (READS.contains(request.getMethod())) {
            List<String> given = request.getHeaders().getOrDefault(HttpHeaders.IF_NONE_MATCH, List.of());
            EntityTags.read(HttpHeaders.IF_NONE_MATCH, given).ifPresent(held -> request.setProperty(HELD, held));
        }
    }

    /** After all others, so that the hash covers what is sent. */
    @ServerResponseFilter(priority = Priorities.USER - 1000)
    void tag(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo operation) {
        boolean shows = shows(request, response, operation);
        if (!shows && !(response.getEntity() instanceof Representation)) {
            return;
        }
        boolean image = response.getEntity() instanceof String && declaredTypes(operation.getResourceMethod()).equals(IMAGE);
        Representation shown = image ? Representation.of(((String) response.getEntity()).getBytes(UTF_8))
                : representation(response.getEntity());
        response.setEntity(shown.body(), NONE, image ? IMAGE_TYPE : MediaType.APPLICATION_JSON_TYPE);
        if (shows && shown.tag() != null) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, shown.tag());
        }
        if (shows && request.getProperty(HELD) instanceof EntityTags held && held.matchesWeak(shown.tag())) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    private Representation representation(Object entity) {
        return entity instanceof Representation written ? written : Representation.of(entity, json);
    }

    private static boolean shows(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo operation) {
        Method called = operation.getResourceMethod();
        // Null for statuses outside the enum, such as 422.
        Status status = response.getStatusInfo().toEnum();
        if (status == Status.CREATED) {
            return called.isAnnotationPresent(CreatesResource.class);
        }
        return status == Status.OK && response.hasEntity() && isTagged(called)
                && (READS.contains(request.getMethod()) || called.isAnnotationPresent(RequiresIfMatch.class));
    }

    private static boolean isTagged(Method called) {
        List<String> types = declaredTypes(called);
        return types.contains(MediaType.APPLICATION_JSON) || types.equals(IMAGE);
    }

    /** A response that the resource builds itself has no type yet. */
    private static List<String> declaredTypes(Method called) {
        return Stream.of(called, called.getDeclaringClass()).map(place -> place.getAnnotation(Produces.class))
                .filter(Objects::nonNull).findFirst().map(Produces::value).map(List::of).orElse(List.of());
    }
}
