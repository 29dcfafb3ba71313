package vn.cchc.house.precondition;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.house.problem.HouseProblem;
import vn.cchc.house.problem.Problem;
import vn.cchc.house.problem.Refusal;

/** Told to who would change what they have not seen as it is now. */
public class ChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1L;

    /** What it says beside what every problem says. */
    @Schema(name = Members.NAME, description = "A refusal to change what the caller has not seen as it is now", allOf = Problem.class)
    public record Members(
            @Schema(description = "The `ETag` that the resource has now", examples = "\"3-a9993e364706816aba3e25717850c26c\"") String etag,
            @Schema(description = "What was changed since the state that `If-Match` names, the oldest first; 50 at most. Empty where that state is not known here, or where only things changed that the resource shows of others, such as an indicator's name.") List<Meanwhile> changes) {

        public static final String NAME = "ChangedMeanwhile";
    }

    private final transient Members members;

    ChangedMeanwhile(String etag, List<Meanwhile> changes) {
        super(HouseProblem.PRECONDITION_FAILED);
        this.members = new Members(etag, changes);
    }

    Members members() {
        return members;
    }
}
