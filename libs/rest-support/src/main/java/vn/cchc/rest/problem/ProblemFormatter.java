package vn.cchc.rest.problem;

import static vn.cchc.rest.problem.Violation.at;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.core.http.HttpServerRequest;

/** Gives every error response, of this code or of the framework, the shape of {@link Problem}. */
@ApplicationScoped
class ProblemFormatter implements ProblemPostProcessor {

    static final String RETRY_AFTER_SECONDS = "5";

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
        ProblemMessages messages = ProblemMessages.accepted(request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = problem(raw, context.cause, messages);
        var formatted = HttpProblem.builder().withType(problem.type()).withTitle(problem.title()).withStatus(problem.status())
                .withDetail(problem.detail()).withInstance(problem.instance()).with("code", problem.code())
                .with("traceId", problem.traceId()).with("errors", problem.errors())
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, messages.locale().getLanguage());
        if (problem.status() == CommonProblem.UNAVAILABLE.status()) {
            formatted.withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (context.cause instanceof ProblemException) {
            // The extension members of this problem type.
            raw.getParameters().forEach(formatted::with);
        }
        raw.getHeaders().forEach(formatted::withHeader);
        return formatted.build();
    }

    private Problem problem(HttpProblem raw, Throwable cause, ProblemMessages messages) {
        String traceId = Span.current().getSpanContext().getTraceId();
        if (cause instanceof ConstraintViolationException invalid
                && raw.getParameters().get("violations") instanceof List<?> violations) {
            var found = violations.stream().map(io.quarkiverse.resteasy.problem.validation.Violation.class::cast).toList();
            var type = ConstraintViolations.isOfBody(found) ? CommonProblem.INVALID_INPUT : CommonProblem.INVALID_PARAMETER;
            return Problem.of(type, List.of(), ConstraintViolations.errors(found, invalid, type), service, request.path(),
                    traceId, messages);
        }
        return Problem.of(exception(raw, cause), service, request.path(), traceId, messages);
    }

    private ProblemException exception(HttpProblem raw, Throwable cause) {
        // The JSON reader wraps what is thrown while it reads.
        return first(cause, ProblemException.class)
                .or(() -> first(cause, IncompleteBodyException.class).map(incomplete -> malformedBody()))
                .or(() -> ProblemException.ofDatabase(cause))
                .orElseGet(() -> frameworkProblem(raw.getStatusCode(), cause));
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).filter(type::isInstance).map(type::cast)
                .findFirst();
    }

    private ProblemException frameworkProblem(int status, Throwable cause) {
        return switch (CommonProblem.forStatus(status)) {
            // A parameter that cannot be converted, not a missing resource.
            case NOT_FOUND -> cause instanceof NotFoundException && cause.getCause() != null
                    ? new ProblemException(CommonProblem.INVALID_PARAMETER)
                    : ProblemException.notFound(ResourceType.PATH, request.path());
            case UNSUPPORTED_MEDIA_TYPE -> named(CommonProblem.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE);
            case NOT_ACCEPTABLE -> named(CommonProblem.NOT_ACCEPTABLE, HttpHeaders.ACCEPT);
            default -> new ProblemException(CommonProblem.forStatus(status), request.path());
        };
    }

    private static ProblemException named(CommonProblem type, String header) {
        return new ProblemException(type, List.of(at(header, type)));
    }

    private static ProblemException malformedBody() {
        return ProblemException.malformed(List.of(""));
    }
}
