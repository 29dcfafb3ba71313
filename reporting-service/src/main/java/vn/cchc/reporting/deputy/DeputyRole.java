package vn.cchc.reporting.deputy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.caller.Role;

@Schema(description = "UNIT_HEAD: acts for the head of a unit; REVIEWER: reviews within the scope of a reviewer")
enum DeputyRole {
    UNIT_HEAD(Role.UNIT_HEAD),
    REVIEWER(Role.REVIEWER);

    private final String inToken;

    DeputyRole(String inToken) {
        this.inToken = inToken;
    }

    String inToken() {
        return inToken;
    }
}
