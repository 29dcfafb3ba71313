package vn.cchc.rest.input;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Refuses query parameters that the operation does not know: a mistyped filter that is ignored answers another question. */
class UnknownParameterFilter {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo operation) {
        var names = known.computeIfAbsent(operation.getResourceMethod(), UnknownParameterFilter::of);
        refuseUnstorable(request.getUriInfo());
        List<Violation> violations = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !names.contains(name)).sorted()
                .map(name -> Violation.at(name, CommonProblem.UNKNOWN_PARAMETER, name)).toList();
        if (!violations.isEmpty()) {
            var unknown = violations.stream().map(Violation::pointer).collect(Collectors.joining(", "));
            throw new ProblemException(CommonProblem.UNKNOWN_PARAMETER, violations, unknown);
        }
    }

    private static void refuseUnstorable(UriInfo uri) {
        List<Violation> violations = Stream.of(uri.getPathParameters(), uri.getQueryParameters())
                .flatMap(parameters -> parameters.entrySet().stream())
                .filter(parameter -> !parameter.getValue().stream().allMatch(StorableText::isStorable)).map(Map.Entry::getKey)
                .sorted()
                .map(name -> Violation.at(name, CommonProblem.INVALID_PARAMETER)).toList();
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, violations);
        }
    }

    private static Set<String> of(Method operation) {
        return Arrays.stream(operation.getParameters()).flatMap(UnknownParameterFilter::names)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields()).flatMap(UnknownParameterFilter::name);
        }
        return name(parameter);
    }

    private static Stream<String> name(AnnotatedElement element) {
        return Stream.ofNullable(element.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
