package vn.cchc.values;

import java.util.Comparator;

/**
 * The key of a target (chỉ tiêu): its number within its plan.
 *
 * @param number as printed in the plan, from 1
 */
public record TargetCode(PlanCode plan, int number) implements Comparable<TargetCode> {

    private static final Comparator<TargetCode> ORDER = Comparator.comparing(TargetCode::plan)
            .thenComparingInt(TargetCode::number);

    public TargetCode {
        if (plan == null || number < 1) {
            throw new IllegalArgumentException("a target needs a plan and a number from 1");
        }
    }

    @Override
    public int compareTo(TargetCode other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return plan + "/" + number;
    }
}
