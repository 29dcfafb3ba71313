package vn.cchc.targets.task;

/** By what a summary of tasks counts. */
enum TaskGrouping {
    /** The lead unit, as it is assigned. */
    UNIT,
    /** The section of the plan. */
    GROUP
}
