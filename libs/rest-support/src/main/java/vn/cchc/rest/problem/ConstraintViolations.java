package vn.cchc.rest.problem;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;

/** Translates the violations of Bean Validation. The problem library finds out which part of the request each belongs to. */
public final class ConstraintViolations {

    private ConstraintViolations() {
    }

    /** The violations in a body that was validated as an object of its own. */
    public static <T> List<Violation> inBody(Set<ConstraintViolation<T>> found) {
        return found.stream()
                .map(each -> Violation.withDetail(pointer(each), CommonProblem.INVALID_INPUT,
                        each.getMessage()))
                .sorted(Comparator.comparing(Violation::pointer)
                        .thenComparing(Violation::detail))
                .toList();
    }

    static boolean isOfBody(List<io.quarkiverse.resteasy.problem.validation.Violation> violations) {
        return violations.stream().anyMatch(ConstraintViolations::isOfBody);
    }

    /** @param found the library's reading of the exception, in the exception's order */
    static List<ProblemError> errors(List<io.quarkiverse.resteasy.problem.validation.Violation> found,
            ConstraintViolationException exception, ProblemType type) {
        Iterator<ConstraintViolation<?>> originals = exception.getConstraintViolations().iterator();
        return found.stream().map(violation -> error(violation, originals.next(), type)).sorted(ProblemError.IN_ORDER).toList();
    }

    private static ProblemError error(io.quarkiverse.resteasy.problem.validation.Violation violation,
            ConstraintViolation<?> original, ProblemType type) {
        return new ProblemError(isOfBody(violation) ? pointer(original) : violation.field, type.code(), violation.message);
    }

    private static boolean isOfBody(io.quarkiverse.resteasy.problem.validation.Violation violation) {
        return "body".equals(violation.in) || "unknown".equals(violation.in);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        return JsonPointer.of(StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .flatMap(ConstraintViolations::tokens));
    }

    /** The position or key in a collection, then the name of the property; the method and its parameter are not in the body. */
    private static Stream<String> tokens(Node node) {
        Stream<String> position = Stream.of(node.getIndex(), node.getKey()).filter(key -> key != null).map(String::valueOf);
        Stream<String> name = node.getKind() == ElementKind.PROPERTY ? Stream.of(node.getName()) : Stream.empty();
        return Stream.concat(position, name);
    }
}
