package vn.cchc.rest.precondition;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.http.HttpServerRequest;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Whether the caller has seen what they are about to change. */
@ApplicationScoped
public class Precondition {

    private final HttpServerRequest request;
    private final ObjectMapper json;

    Precondition(HttpServerRequest request, ObjectMapper json) {
        this.request = request;
        this.json = json;
    }

    /**
     * To be asked of whoever may make the change, and while nobody else can make one.
     *
     * @param now what a reply would show of the resource before the change
     * @param latest tells its latest changes, by their number
     */
    public void requireMatch(Versioned now, LongFunction<List<ConcurrentChange>> latest) {
        EntityTags seen = EntityTags.read(HttpHeaders.IF_MATCH, request.headers().getAll(HttpHeaders.IF_MATCH))
                .orElseThrow(() -> new ProblemException(CommonProblem.PRECONDITION_REQUIRED));
        String tag = Representation.of(now, json).tag();
        if (!seen.matchesStrong(tag)) {
            OptionalLong revision = seen.revision();
            boolean known = revision.isPresent() && revision.getAsLong() < now.revision();
            throw new StaleResourceException(tag, known ? latest.apply(now.revision() - revision.getAsLong()) : List.of());
        }
    }
}
