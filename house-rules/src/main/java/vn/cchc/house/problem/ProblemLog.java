package vn.cchc.house.problem;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/**
 * Says in the log what an operator is to know of refusals: a fault of ours with its trace; what passes by itself, such as a
 * database that is away or a lost race of two writers, in a line. The line's marks name the request; nothing that it said does.
 */
@ApplicationScoped
class ProblemLog implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(ProblemLog.class);

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        int status = problem.getStatusCode();
        if (status == HouseProblem.INTERNAL_ERROR.status()) {
            LOG.error("An unforeseen fault", context.cause);
            return problem;
        }
        if (status > HouseProblem.INTERNAL_ERROR.status() || DatabaseRefusal.of(context.cause).isPresent()) {
            LOG.warnf("Answered %d: %s", status, DatabaseRefusal.reason(context.cause));
        }
        return problem;
    }
}
