package vn.cchc.targets.plan;

/** A section of a plan whose items are tasks. */
public record TaskGroup(String number, String heading, String headingEn) {

    /** The syntax of its number, which is a part of its tasks' codes. */
    public static final String SYNTAX = "[A-Z0-9-]{1,10}";
}
