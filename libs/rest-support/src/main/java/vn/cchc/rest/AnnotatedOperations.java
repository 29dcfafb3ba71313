package vn.cchc.rest;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The operations that carry an annotation, by their {@code operationId}. */
public record AnnotatedOperations(Set<String> operations) {

    /** The priority of filters that describe some operations more closely than the filter for all of them, which runs later. */
    public static final int FILTER_PRIORITY = 2;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    public static AnnotatedOperations by(Class<? extends Annotation> annotation, IndexView code) {
        return new AnnotatedOperations(
                annotated(annotation, code).map(AnnotatedOperations::operationId).collect(Collectors.toSet()));
    }

    public static Stream<MethodInfo> annotated(Class<? extends Annotation> annotation, IndexView code) {
        return code.getAnnotations(annotation).stream().map(AnnotationInstance::target)
                .filter(target -> target.kind() == Kind.METHOD).map(AnnotationTarget::asMethod);
    }

    public static String operationId(MethodInfo method) {
        return method.annotation(org.eclipse.microprofile.openapi.annotations.Operation.class).value("operationId").asString();
    }

    public boolean isOf(org.eclipse.microprofile.openapi.models.Operation operation) {
        return operations.contains(operation.getOperationId());
    }

    /** Fails the build if an unsafe operation carries none of these annotations. */
    public static void requireCoverage(OpenAPI document, String rule, AnnotatedOperations... annotated) {
        List<String> missing = document.getPaths().getPathItems().entrySet().stream().flatMap(item -> item.getValue()
                .getOperations().entrySet().stream().filter(each -> !SAFE.contains(each.getKey()))
                .filter(each -> Arrays.stream(annotated).noneMatch(operations -> operations.isOf(each.getValue())))
                .map(each -> each.getKey() + " " + item.getKey())).sorted().toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(rule + ": " + missing);
        }
    }
}
