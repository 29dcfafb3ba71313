package vn.cchc.house.input;

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

import vn.cchc.house.problem.Fault;
import vn.cchc.house.problem.HouseProblem;
import vn.cchc.house.problem.Refusal;

/** Refuses query parameters that the operation does not know: a mistyped filter that is ignored answers another question. */
class KnownParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo operation) {
        var names = known.computeIfAbsent(operation.getResourceMethod(), KnownParameters::of);
        refuseUnstorable(request.getUriInfo());
        List<Fault> faults = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !names.contains(name)).sorted()
                .map(name -> Fault.at(name, HouseProblem.UNKNOWN_PARAMETER, name)).toList();
        if (!faults.isEmpty()) {
            var unknown = faults.stream().map(Fault::pointer).collect(Collectors.joining(", "));
            throw new Refusal(HouseProblem.UNKNOWN_PARAMETER, faults, unknown);
        }
    }

    private static void refuseUnstorable(UriInfo uri) {
        List<Fault> faults = Stream.of(uri.getPathParameters(), uri.getQueryParameters())
                .flatMap(parameters -> parameters.entrySet().stream())
                .filter(parameter -> !parameter.getValue().stream().allMatch(Text::isStorable)).map(Map.Entry::getKey).sorted()
                .map(name -> Fault.at(name, HouseProblem.INVALID_PARAMETER)).toList();
        if (!faults.isEmpty()) {
            throw new Refusal(HouseProblem.INVALID_PARAMETER, faults);
        }
    }

    private static Set<String> of(Method operation) {
        return Arrays.stream(operation.getParameters()).flatMap(KnownParameters::names).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields()).flatMap(KnownParameters::name);
        }
        return name(parameter);
    }

    private static Stream<String> name(AnnotatedElement element) {
        return Stream.ofNullable(element.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
