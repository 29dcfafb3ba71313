package vn.cchc.system.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import vn.cchc.local.Tokens;

/** The users of the Department. A token is valid longer than any run. */
public enum Personas {
    ADMIN,
    PLANNER,
    REVIEWER,
    SURVEYOR,
    AUDITOR,
    VIEWER;

    /** By the identity provider: each stack has its own. */
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public String token() {
        return tokens.computeIfAbsent(System.getProperty("cchc.identity.url"), provider -> Tokens.of(name().toLowerCase()));
    }
}
