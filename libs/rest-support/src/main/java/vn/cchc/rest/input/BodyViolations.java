package vn.cchc.rest.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemType;
import vn.cchc.rest.problem.Violation;

/** Collects the violations of a body. A rule is applied only if the fields that it reads break no constraint. */
public final class BodyViolations {

    private final List<Violation> ofConstraints;
    private final List<Violation> ofRules = new ArrayList<>();

    /** Of a body that breaks no constraint. */
    public BodyViolations() {
        this(List.of());
    }

    BodyViolations(List<Violation> ofConstraints) {
        this.ofConstraints = ofConstraints;
    }

    /** @param fields the fields that the rule reads */
    public BodyViolations rule(Supplier<List<Violation>> rule, String... fields) {
        if (areValid(fields)) {
            ofRules.addAll(rule.get());
        }
        return this;
    }

    /**
     * @param holds whether the rule holds
     * @param fields the fields that the rule reads
     */
    public BodyViolations require(BooleanSupplier holds, Supplier<Violation> otherwise, String... fields) {
        return rule(() -> holds.getAsBoolean() ? List.of() : List.of(otherwise.get()), fields);
    }

    public void add(Violation violation) {
        ofRules.add(violation);
    }

    public boolean isEmpty() {
        return ofConstraints.isEmpty() && ofRules.isEmpty();
    }

    public boolean areValid(String... fields) {
        return Arrays.stream(fields).allMatch(this::isValid);
    }

    /** The positions in a list whose elements break no constraint. */
    public List<Integer> validPositions(String list, int size) {
        return IntStream.range(0, size).filter(i -> isValid(list + '/' + i)).boxed().toList();
    }

    /** Whether a field and all that it contains break no constraint. */
    public boolean isValid(String field) {
        return ofConstraints.stream().noneMatch(broken -> JsonFaults.isWithin(broken.pointer(), '/' + field));
    }

    public List<Violation> all() {
        return Stream.concat(ofConstraints.stream(), ofRules.stream()).toList();
    }

    public void throwIfAny() {
        throwIfAny(CommonProblem.INVALID_INPUT);
    }

    public void throwIfAny(ProblemType type) {
        if (!isEmpty()) {
            throw new ProblemException(type, all());
        }
    }
}
