package vn.cchc.targets.indicator;

/** What the plan asks of an indicator in a year. */
public sealed interface Binding {

    /** Nothing yet: the first milestone lies ahead. */
    record NotDue(Milestone first) implements Binding {
    }

    /** This milestone. */
    record Bound(Milestone milestone) implements Binding {
    }

    /** Nothing any more: the plan gives no figure after this one. */
    record Unbound(Milestone last) implements Binding {
    }
}
