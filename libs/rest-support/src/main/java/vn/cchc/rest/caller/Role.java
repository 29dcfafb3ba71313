package vn.cchc.rest.caller;

/** The roles that a token may carry, as the architecture names them. */
public final class Role {

    /** Reads what is accepted. */
    public static final String VIEWER = "viewer";
    /** Enters figures and text of the own unit. */
    public static final String REPORTER = "reporter";
    /** Submits and withdraws reports of the own unit. */
    public static final String UNIT_HEAD = "unit-head";
    /** Accepts, returns, reopens. */
    public static final String REVIEWER = "reviewer";
    /** Revises targets, milestones and assignments. */
    public static final String PLANNER = "planner";
    /** Runs questionnaires and campaigns, publishes results. */
    public static final String SURVEYOR = "surveyor";
    /** Another system: reads, and writes for the units that it is registered for. */
    public static final String INTEGRATOR = "integrator";
    /** Reads everything, and the audit trail. */
    public static final String AUDITOR = "auditor";
    /** Keeps units, regimes and calendar. */
    public static final String ADMIN = "admin";

    /** Whoever comes without a token. No provider gives a role of this name, so that no token can claim it. */
    public static final String ANONYMOUS = "(without a token)";

    private Role() {
    }
}
