package vn.cchc.rest.precondition;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.Problem;
import vn.cchc.rest.problem.ProblemException;

/** Thrown when {@code If-Match} does not match the current version. */
public class StaleResourceException extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** What it says beside what every problem says. */
    @Schema(name = Members.NAME, description = "A refusal to change what the caller has not seen as it is now", allOf = Problem.class)
    public record Members(
            @Schema(description = "The `ETag` that the resource has now", examples = "\"3-a9993e364706816aba3e25717850c26c\"") String etag,
            @Schema(description = "What was changed since the state that `If-Match` names, the oldest first; 50 at most. Empty where that state is not known here.") List<ConcurrentChange> changes) {

        public static final String NAME = "StaleResourceException";
    }

    private final transient Object view;
    private final transient List<ConcurrentChange> changes;

    /**
     * @param view what the API shows of the resource now
     * @param changes those since the expected version, the oldest first
     */
    public StaleResourceException(Object view, List<ConcurrentChange> changes) {
        super(CommonProblem.PRECONDITION_FAILED);
        this.view = view;
        this.changes = List.copyOf(changes);
    }

    Members members(ObjectMapper json) {
        return new Members(Representation.of(view, json).tag(), changes);
    }
}
