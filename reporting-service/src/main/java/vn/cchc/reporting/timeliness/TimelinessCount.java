package vn.cchc.reporting.timeliness;

/**
 * The reports of one group, counted.
 *
 * @param name null for a group that is no unit
 * @param onTimeExcused by the deadline that extensions give, as the last number
 */
record TimelinessCount(String group, String name, long expected, long received, long accepted, long onTime, long missing,
        long onTimeExcused, long missingExcused) {
}
