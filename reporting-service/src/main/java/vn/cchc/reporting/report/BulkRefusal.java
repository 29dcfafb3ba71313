package vn.cchc.reporting.report;

import java.util.List;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.database.SqlErrorClassifier;
import vn.cchc.rest.precondition.ConcurrentChange;
import vn.cchc.rest.precondition.StaleResourceException;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.Problem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;

/**
 * The refusal of one item of a list, as the same call for this item alone would have it.
 *
 * @param etag of the version that refused it; null unless it is stale
 * @param changes since the expected version; empty unless it is stale
 */
record BulkRefusal(int status, Problem problem, String etag, List<ConcurrentChange> changes) {

    private static final Logger LOG = Logger.getLogger(BulkRefusal.class);

    /** @param path of the same call for this item alone */
    static BulkRefusal of(RuntimeException failure, String service, String path, ChangeContext context,
            ProblemMessages messages, ObjectMapper json) {
        ProblemException refusal = ProblemException.of(failure);
        int status = refusal.type().status();
        if (status == CommonProblem.INTERNAL_ERROR.status()) {
            LOG.error("Unexpected error", failure);
        } else if (failure != refusal) {
            LOG.warnf("One item of a list failed with %d: %s", status, SqlErrorClassifier.describe(failure));
        }
        Problem problem = Problem.of(refusal, service, path, context.traceId(), messages);
        if (refusal instanceof StaleResourceException stale) {
            StaleResourceException.Members current = stale.members(json);
            return new BulkRefusal(status, problem, current.etag(), current.changes());
        }
        return new BulkRefusal(status, problem, null, List.of());
    }
}
