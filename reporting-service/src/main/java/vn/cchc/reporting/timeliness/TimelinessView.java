package vn.cchc.reporting.timeliness;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Timeliness", description = "How many of the expected reports were received, and when")
record TimelinessView(
        @Schema(description = "Code of the unit, of the parent, or of the period, or the year", examples = "2025Q1") String group,
        @Schema(description = "Name of the unit or of the parent as it is now; null for a period or a year", examples = "Văn phòng", nullable = true) String name,
        @Schema(description = "Number of reports that units owe", examples = "50") long expected,
        @Schema(description = "Number of reports that were submitted at least once and not withdrawn", examples = "48") long received,
        @Schema(description = "Number of reports that were accepted", examples = "40") long accepted,
        @Schema(description = "Received to expected") Share receivedShare,
        @Schema(description = "By the deadline of the calendar") Punctuality raw,
        @Schema(description = "By the deadline that extensions give (đã trừ gia hạn)") Punctuality excused) {

    @Schema(name = "Punctuality", description = "Lateness counts from the first valid submission")
    record Punctuality(@Schema(description = "Received by the deadline", examples = "47") long onTime,
            @Schema(description = "Received after the deadline", examples = "1") long late,
            @Schema(description = "Not received, and the deadline is past", examples = "1") long missing,
            @Schema(description = "Not received, and the deadline is not past", examples = "1") long awaited,
            @Schema(description = "On time to expected") Share onTimeShare) {

        static Punctuality of(long expected, long received, long onTime, long missing) {
            return new Punctuality(onTime, received - onTime, missing, expected - received - missing,
                    Share.of(onTime, expected));
        }
    }

    static TimelinessView of(TimelinessCount count) {
        return new TimelinessView(count.group(), count.name(), count.expected(), count.received(), count.accepted(),
                Share.of(count.received(), count.expected()),
                Punctuality.of(count.expected(), count.received(), count.onTime(), count.missing()),
                Punctuality.of(count.expected(), count.received(), count.onTimeExcused(), count.missingExcused()));
    }
}
