package vn.cchc.rest.problem;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.core.http.HttpServerRequest;
import vn.cchc.rest.database.SqlErrorClassifier;

/**
 * Says in the log what an operator is to know of refusals: a fault of ours with its trace; what passes by itself, such as a
 * database that is away or a lost race of two writers, in a line. The line's marks name the request; nothing that it said does.
 */
@ApplicationScoped
class ProblemLogger implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(ProblemLogger.class);

    private final HttpServerRequest request;

    ProblemLogger(HttpServerRequest request) {
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        int status = problem.getStatusCode();
        if (isCutOff(context.cause)) {
            LOG.infof("The answer broke off on its way: %s", context.cause.getMessage());
            return problem;
        }
        if (status == CommonProblem.INTERNAL_ERROR.status()) {
            LOG.error("An unforeseen fault", context.cause);
            return problem;
        }
        if (status > CommonProblem.INTERNAL_ERROR.status() || SqlErrorClassifier.classify(context.cause).isPresent()) {
            LOG.warnf("Answered %d: %s", status, reason(context.cause));
        }
        return problem;
    }

    private static String reason(Throwable cause) {
        return cause instanceof ProblemException refusal ? refusal.type().code() : SqlErrorClassifier.describe(cause);
    }

    /** Whether whoever was being answered has left, or takes nothing any more. */
    private boolean isCutOff(Throwable cause) {
        return cause instanceof IOException && !(cause instanceof JsonProcessingException)
                && request.response().headWritten();
    }
}
