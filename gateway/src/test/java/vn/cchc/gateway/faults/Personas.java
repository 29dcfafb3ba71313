package vn.cchc.gateway.faults;

import vn.cchc.local.Tokens;

/** Who works at the Department; a token lasts longer than any run. */
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
