package vn.cchc.targets.plan;

/** How far a plan is. */
public enum PlanState {
    /** Dự thảo: it can be replaced, and nobody reports by it. */
    DRAFT,
    /** Đã ban hành. */
    ISSUED,
    /** Đã ban hành, có sửa đổi: at least one revision of its indicators is issued. */
    AMENDED,
    /** Đã được thay thế: another plan took its place. */
    SUPERSEDED,
    /** Đã được kế thừa: another plan took its place and goes on with at least one of its indicators. */
    ADOPTED,
    /** Đã kết thúc: nothing about it changes any more. */
    CLOSED;

    /** Whether units report by it and it binds. */
    public boolean isInForce() {
        return this == ISSUED || this == AMENDED;
    }
}
