package vn.cchc.rest.problem;

import static vn.cchc.rest.problem.Violation.at;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.vertx.core.http.HttpServerRequest;
import vn.cchc.rest.database.SqlErrorClassifier;
import vn.cchc.rest.database.SqlErrorClassifier.SqlError;

/** Gives every refusal, ours or the framework's, the one shape of {@link Problem}. */
@ApplicationScoped
class ProblemFormatter implements ProblemPostProcessor {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final String service;
    private final HttpServerRequest request;

    ProblemFormatter(@ConfigProperty(name = "cchc.service") String service, HttpServerRequest request) {
        this.service = service;
        this.request = request;
    }

    /** Before {@link ProblemLogger}. */
    @Override
    public int priority() {
        return 0;
    }

    @Override
    public HttpProblem apply(HttpProblem raw, ProblemContext context) {
        ProblemMessages wording = ProblemMessages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = problem(raw, context.cause, wording);
        var styled = HttpProblem.builder().withType(problem.type()).withTitle(problem.title()).withStatus(problem.status())
                .withDetail(problem.detail()).withInstance(problem.instance()).with("code", problem.code())
                .with("traceId", problem.traceId()).with("errors", problem.errors())
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, wording.locale().getLanguage());
        if (problem.status() == CommonProblem.UNAVAILABLE.status()) {
            styled.withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (context.cause instanceof ProblemException) {
            // What it says beside what every problem says.
            raw.getParameters().forEach(styled::with);
        }
        raw.getHeaders().forEach(styled::withHeader);
        return styled.build();
    }

    private Problem problem(HttpProblem raw, Throwable cause, ProblemMessages wording) {
        String traceId = Span.current().getSpanContext().getTraceId();
        if (raw.getParameters().get("violations") instanceof List<?> violations) {
            var found = violations.stream().map(Violation.class::cast).toList();
            var type = found.stream().anyMatch(ProblemFormatter::isInBody) ? CommonProblem.INVALID_INPUT
                    : CommonProblem.INVALID_PARAMETER;
            var errors = found.stream().map(violation -> error(violation, type)).sorted(ProblemError.IN_ORDER).toList();
            return Problem.of(type, List.of(), errors, service, request.path(), traceId, wording);
        }
        return Problem.of(refusal(raw, cause, request.path()), service, request.path(), traceId, wording);
    }

    private static ProblemException refusal(HttpProblem raw, Throwable cause, String path) {
        if (cause instanceof ProblemException refusal) {
            return refusal;
        }
        // A body that is not JSON at all comes wrapped by the framework.
        if (cause instanceof WebApplicationException wrapped
                && wrapped.getCause() instanceof JsonProcessingException unreadable) {
            return invalidBody(unreadable);
        }
        if (cause instanceof JsonProcessingException unreadable) {
            return invalidBody(unreadable);
        }
        // A parameter that cannot be read is a mistake in the request, not a missing resource.
        if (cause instanceof NotFoundException && cause.getCause() != null) {
            return new ProblemException(CommonProblem.INVALID_PARAMETER);
        }
        return SqlErrorClassifier.classify(cause).map(ProblemFormatter::databaseProblem)
                .orElseGet(() -> new ProblemException(CommonProblem.forStatus(raw.getStatusCode()), path));
    }

    private static ProblemException databaseProblem(SqlError error) {
        return new ProblemException(error == SqlError.CONFLICT ? CommonProblem.CONFLICT : CommonProblem.UNAVAILABLE);
    }

    private static ProblemException invalidBody(JsonProcessingException unreadable) {
        String pointer = unreadable instanceof JsonMappingException misfit ? pointer(misfit) : "";
        return new ProblemException(CommonProblem.INVALID_BODY, List.of(at(pointer, CommonProblem.INVALID_BODY)));
    }

    private static String pointer(JsonMappingException misfit) {
        var pointer = new StringBuilder();
        misfit.getPath().forEach(step -> pointer.append('/')
                .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        return pointer.toString();
    }

    private static boolean isInBody(Violation violation) {
        return "body".equals(violation.in) || "unknown".equals(violation.in);
    }

    private static ProblemError error(Violation violation, ProblemType type) {
        String pointer = isInBody(violation) ? '/' + violation.field.replaceAll("[.\\[]", "/").replace("]", "")
                : violation.field;
        return new ProblemError(pointer, type.code(), violation.message);
    }
}
