package vn.cchc.targets.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultAccepted.Period;

/** Accepted figures, as reporting-service publishes them. */
public final class AcceptedFixture {

    private AcceptedFixture() {
    }

    public static UnitResultAccepted accepted(String indicator, Period period, String unit, long numerator, long denominator) {
        return accepted(indicator, period, unit, numerator, denominator, 1);
    }

    public static UnitResultAccepted accepted(String indicator, Period period, String unit, long numerator, long denominator,
            int version) {
        return new UnitResultAccepted(indicator, "KH-SGDDT-2022", period, unit, numerator, denominator, null, null,
                report(unit, period),
                version,
                "CCHC", "vp-head", Instant.parse("2025-12-16T02:00:00Z"), "reviewer", Instant.parse("2025-12-17T02:00:00Z"),
                null, List.of());
    }

    public static UnitResultAccepted rated(String indicator, Period period, String unit, String rating,
            UnitResultAccepted.Evidence... evidence) {
        return new UnitResultAccepted(indicator, "KH-SGDDT-2022", period, unit, null, null, rating, "Theo báo cáo",
                report(unit, period), 1,
                "CCHC", "tccb-head", Instant.parse("2025-12-16T02:00:00Z"), "reviewer", Instant.parse("2025-12-17T02:00:00Z"),
                null, List.of(evidence));
    }

    private static UUID report(String unit, Period period) {
        return UUID.nameUUIDFromBytes((unit + period.code()).getBytes(UTF_8));
    }

    public static Period year(int year) {
        return new Period(String.valueOf(year), year, start(year), LocalDate.of(year, 12, 14), start(year), true);
    }

    public static Period firstQuarter(int year) {
        return new Period(year + "Q1", year, start(year), LocalDate.of(year, 3, 14), start(year), false);
    }

    public static Period firstHalf(int year) {
        return new Period(year + "H1", year, start(year), LocalDate.of(year, 6, 14), start(year), false);
    }

    public static Period thirdQuarter(int year) {
        return new Period(year + "Q3", year, LocalDate.of(year, 6, 15), LocalDate.of(year, 9, 14), start(year), false);
    }

    private static LocalDate start(int year) {
        return LocalDate.of(year - 1, 12, 15);
    }
}
