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

    /** The members that this problem has beside the common ones. */
    @Schema(name = Members.NAME, description = "`If-Match` does not match the current version.", allOf = Problem.class)
    public record Members(
            @Schema(description = "The current `ETag` of the resource", examples = "\"3-a9993e364706816aba3e25717850c26c\"") String etag,
            @Schema(description = "The changes since the version that `If-Match` names, oldest first, at most 50; empty if that version is unknown.") List<ConcurrentChange> changes) {

        public static final String NAME = "StaleResourceException";
    }

    private final transient Object view;
    private final transient List<ConcurrentChange> changes;

    /**
     * @param view the current view of the resource
     * @param changes those since the expected version, the oldest first
     */
    public StaleResourceException(Object view, List<ConcurrentChange> changes) {
        super(CommonProblem.PRECONDITION_FAILED);
        this.view = view;
        this.changes = List.copyOf(changes);
    }

    public Members members(ObjectMapper json) {
        return new Members(Representation.of(view, json).tag(), changes);
    }
}
