package vn.cchc.rest.caller;

/** The roles in a token. */
public final class Role {

    /** Reads accepted data. */
    public static final String VIEWER = "viewer";
    /** Enters figures and texts of its own unit. */
    public static final String REPORTER = "reporter";
    /** Submits and withdraws reports of its own unit. */
    public static final String UNIT_HEAD = "unit-head";
    /** Accepts, returns and reopens reports. */
    public static final String REVIEWER = "reviewer";
    /** Approves the Department's consolidated reports. */
    public static final String DIRECTOR = "director";
    /** Revises targets, milestones and assignments. */
    public static final String PLANNER = "planner";
    /** Maintains questionnaires and campaigns, publishes results. */
    public static final String SURVEYOR = "surveyor";
    /** Another system: reads, and writes for the units it is registered for. */
    public static final String INTEGRATOR = "integrator";
    /** Reads all data and the audit trail. */
    public static final String AUDITOR = "auditor";
    /** Maintains units, regimes and the calendar. */
    public static final String ADMIN = "admin";

    /** A caller without a token. No provider issues a role of this name, so no token can claim it. */
    public static final String ANONYMOUS = "(without a token)";

    private Role() {
    }
}
