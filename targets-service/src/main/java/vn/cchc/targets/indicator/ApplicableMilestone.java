package vn.cchc.targets.indicator;

/** Whether a milestone of an indicator binds in a year, and which. */
public sealed interface ApplicableMilestone {

    /** None binds yet: the first milestone lies ahead. */
    record NotYet(Milestone first) implements ApplicableMilestone {
    }

    /** This milestone binds. */
    record Applies(Milestone milestone) implements ApplicableMilestone {
    }

    /** None binds any more. */
    record Expired(Milestone last, Reason reason) implements ApplicableMilestone {

        public enum Reason {
            /** The plan's last year is over. */
            PLAN_ENDED,
            /** The continuation rule is NONE, and the last milestone is past. */
            NO_FURTHER_MILESTONE
        }
    }
}
