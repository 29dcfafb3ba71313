package vn.cchc.targets.indicator;

/** What the plan asks of an indicator in a year. */
public sealed interface ApplicableMilestone {

    /** Nothing yet: the first milestone lies ahead. */
    record NotYet(Milestone first) implements ApplicableMilestone {
    }

    /** This milestone. */
    record Applies(Milestone milestone) implements ApplicableMilestone {
    }

    /** Nothing any more: the plan gives no figure after this one. */
    record Expired(Milestone last) implements ApplicableMilestone {
    }
}
