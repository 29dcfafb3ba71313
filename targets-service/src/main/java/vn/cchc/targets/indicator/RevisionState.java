package vn.cchc.targets.indicator;

/** How far a revision is. */
public enum RevisionState {
    /** Dự thảo: it can be changed, and has no effect. */
    DRAFT,
    /** Đã ban hành: it is in force from its first day on, for good. */
    ISSUED,
    /** Đã rút: a draft that was given up. */
    WITHDRAWN
}
