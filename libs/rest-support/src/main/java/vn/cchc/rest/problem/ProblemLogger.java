package vn.cchc.rest.problem;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.core.http.HttpServerRequest;
import vn.cchc.rest.database.SqlErrorClassifier;

/**
 * Logs error responses: an unexpected error with its stack trace; a transient failure, such as a database that is away or a
 * concurrent write, in one line. The logging context identifies the request; no line repeats a value of the request.
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
        if (isDisconnect(context.cause)) {
            LOG.infof("The connection ended early: %s", rootMessage(context.cause));
        } else if (status == CommonProblem.INTERNAL_ERROR.status()) {
            LOG.error("Unexpected error", context.cause);
        } else if (status > CommonProblem.INTERNAL_ERROR.status()
                || SqlErrorClassifier.classify(context.cause).isPresent()) {
            LOG.warnf("Responded with %d: %s", status, reason(context.cause));
        }
        return problem;
    }

    private static String reason(Throwable cause) {
        return cause instanceof ProblemException exception ? exception.type().code() : SqlErrorClassifier.describe(cause);
    }

    /** Whether the connection broke while the body was received or the response was sent. */
    private boolean isDisconnect(Throwable failure) {
        return causes(failure).anyMatch(IncompleteBodyException.class::isInstance)
                || failure instanceof IOException && !(failure instanceof JsonProcessingException)
                        && request.response().headWritten();
    }

    private static String rootMessage(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure).getMessage();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
