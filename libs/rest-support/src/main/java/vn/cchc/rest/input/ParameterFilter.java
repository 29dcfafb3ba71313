package vn.cchc.rest.input;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * Checks all path and query parameters of a request before they are converted. Unknown query parameters are refused: to
 * ignore a mistyped filter would answer another question.
 */
class ParameterFilter {

    /** The parameters of an operation: name and Java type. */
    private record Declared(Map<String, Class<?>> path, Map<String, Class<?>> query) {
    }

    private final Map<Method, Declared> operations = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        Declared declared = operations.computeIfAbsent(operation.getResourceMethod(), ParameterFilter::declared);
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        List<Violation> unknown = query.keySet().stream().filter(name -> !declared.query().containsKey(name))
                .map(name -> Violation.at(name, CommonProblem.UNKNOWN_PARAMETER, name)).toList();
        List<Violation> violations = Stream.of(unknown, violations(declared.query(), query),
                violations(declared.path(), request.getUriInfo().getPathParameters())).flatMap(List::stream)
                .sorted(Comparator.comparing(Violation::pointer)).toList();
        if (violations.isEmpty()) {
            return;
        }
        if (violations.size() == unknown.size()) {
            String names = violations.stream().map(Violation::pointer).collect(Collectors.joining(", "));
            throw new ProblemException(CommonProblem.UNKNOWN_PARAMETER, violations, names);
        }
        throw new ProblemException(CommonProblem.INVALID_PARAMETER, violations);
    }

    private static List<Violation> violations(Map<String, Class<?>> declared, MultivaluedMap<String, String> given) {
        return given.entrySet().stream().filter(parameter -> declared.containsKey(parameter.getKey()))
                .flatMap(parameter -> violations(parameter.getKey(), declared.get(parameter.getKey()), parameter.getValue()))
                .toList();
    }

    private static Stream<Violation> violations(String name, Class<?> type, List<String> values) {
        boolean isCollection = Collection.class.isAssignableFrom(type);
        if (values.size() > 1 && !isCollection) {
            return Stream.of(Violation.at(name, CommonProblem.REPEATED_PARAMETER));
        }
        return values.stream().flatMap(text -> ParameterSyntax.check(name, isCollection ? String.class : type, text).stream())
                .limit(1);
    }

    private static Declared declared(Method operation) {
        return new Declared(declared(operation, PathParam.class, PathParam::value),
                declared(operation, QueryParam.class, QueryParam::value));
    }

    private static <A extends Annotation> Map<String, Class<?>> declared(Method operation, Class<A> kind,
            Function<A, String> name) {
        return Arrays.stream(operation.getParameters()).flatMap(ParameterFilter::elements)
                .filter(element -> element.isAnnotationPresent(kind)).collect(Collectors.toUnmodifiableMap(
                        element -> name.apply(element.getAnnotation(kind)), ParameterFilter::type, (first, second) -> first));
    }

    private static Stream<? extends AnnotatedElement> elements(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class) ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
    }

    private static Class<?> type(AnnotatedElement element) {
        return element instanceof Field field ? field.getType() : ((Parameter) element).getType();
    }
}
