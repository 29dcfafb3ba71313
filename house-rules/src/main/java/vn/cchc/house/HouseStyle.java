package vn.cchc.house;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
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

/** Gives every refusal, ours or the framework's, the one shape of {@link Problem}. */
@ApplicationScoped
class HouseStyle implements ProblemPostProcessor {

    private final String service;
    private final HttpServerRequest request;

    HouseStyle(@ConfigProperty(name = "cchc.service") String service, HttpServerRequest request) {
        this.service = service;
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem raw, ProblemContext context) {
        Wording wording = Wording.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = problem(raw, context.cause, wording);
        var styled = HttpProblem.builder().withType(problem.type()).withTitle(problem.title()).withStatus(problem.status())
                .withDetail(problem.detail()).withInstance(problem.instance()).with("code", problem.code())
                .with("traceId", problem.traceId()).with("errors", problem.errors())
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, wording.locale().getLanguage());
        raw.getHeaders().forEach(styled::withHeader);
        return styled.build();
    }

    private Problem problem(HttpProblem raw, Throwable cause, Wording wording) {
        String traceId = Span.current().getSpanContext().getTraceId();
        if (raw.getParameters().get("violations") instanceof List<?> violations) {
            var errors = violations.stream().map(Violation.class::cast).map(HouseStyle::error).toList();
            return Problem.of(HouseProblem.INVALID_INPUT, List.of(), errors, service, request.path(), traceId, wording);
        }
        return Problem.of(refusal(raw, cause, request.path()), service, request.path(), traceId, wording);
    }

    private static Refusal refusal(HttpProblem raw, Throwable cause, String path) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof JsonMappingException misfit) {
            return new Refusal(HouseProblem.INVALID_BODY, List.of(Fault.at(pointer(misfit), HouseProblem.INVALID_BODY)));
        }
        if (cause instanceof JsonProcessingException) {
            return new Refusal(HouseProblem.INVALID_BODY);
        }
        // A parameter that cannot be read is a mistake in the request, not a missing resource.
        if (cause instanceof NotFoundException && cause.getCause() != null) {
            return new Refusal(HouseProblem.INVALID_PARAMETER);
        }
        return new Refusal(HouseProblem.forStatus(raw.getStatusCode()), path);
    }

    private static String pointer(JsonMappingException misfit) {
        var pointer = new StringBuilder();
        misfit.getPath().forEach(step -> pointer.append('/')
                .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        return pointer.toString();
    }

    private static ProblemError error(Violation violation) {
        boolean inBody = "body".equals(violation.in) || "unknown".equals(violation.in);
        String pointer = inBody ? '/' + violation.field.replaceAll("[.\\[]", "/").replace("]", "") : violation.field;
        return new ProblemError(pointer, HouseProblem.INVALID_INPUT.code(), violation.message);
    }
}
