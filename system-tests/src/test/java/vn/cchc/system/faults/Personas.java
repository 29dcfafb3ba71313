package vn.cchc.system.faults;

import vn.cchc.local.Tokens;

/** The users of the Department. A token is valid longer than any run. */
enum Personas {
    ADMIN,
    PLANNER,
    REVIEWER,
    SURVEYOR,
    AUDITOR,
    VIEWER;

    private final String token = Tokens.of(name().toLowerCase());

    String token() {
        return token;
    }
}
