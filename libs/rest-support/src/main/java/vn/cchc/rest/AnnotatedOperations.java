package vn.cchc.rest;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.IndexView;

/** Of which operations an annotation says something, each by its {@code operationId}. */
public record AnnotatedOperations(Set<String> operations) {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    public static AnnotatedOperations by(Class<? extends Annotation> annotation, IndexView code) {
        return new AnnotatedOperations(code.getAnnotations(annotation).stream().map(AnnotationInstance::target)
                .filter(place -> place.kind() == Kind.METHOD)
                .map(place -> place.asMethod()
                        .annotation(org.eclipse.microprofile.openapi.annotations.Operation.class).value("operationId")
                        .asString())
                .collect(Collectors.toSet()));
    }

    public boolean isOf(org.eclipse.microprofile.openapi.models.Operation operation) {
        return operations.contains(operation.getOperationId());
    }

    /** Refuses a document with an operation that changes something and of which none of these is said. */
    public static void requireCoverage(OpenAPI document, String rule, AnnotatedOperations... any) {
        List<String> open = document.getPaths().getPathItems().entrySet().stream().flatMap(item -> item.getValue()
                .getOperations().entrySet().stream().filter(each -> !SAFE.contains(each.getKey()))
                .filter(each -> Arrays.stream(any).noneMatch(said -> said.isOf(each.getValue())))
                .map(each -> each.getKey() + " " + item.getKey())).sorted().toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException(rule + ": " + open);
        }
    }
}
