package vn.cchc.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One figure of an accepted report. From reporting-service; nothing that is not accepted ever leaves it.
 *
 * @param indicator code of the indicator
 * @param plan code of the plan to which the indicator belongs
 * @param period what the figure covers
 * @param unit code of the unit that reports
 * @param numerator the count of the numerator, or VND; null for a qualitative indicator
 * @param denominator the count of the denominator, or VND; 0 when there were no cases (không phát sinh); null for a qualitative
 *        indicator
 * @param rating NOT_ACHIEVED, PARTLY_ACHIEVED or ACHIEVED; null for a counted indicator
 * @param statement what a rating rests on; null for a counted indicator
 * @param report id of the report
 * @param reportVersion 1 for the first acceptance, higher for each correction after it
 * @param regime code of the reporting regime
 * @param submittedBy subject of the token of the unit head who submitted
 * @param submittedAt when the version was submitted
 * @param acceptedBy subject of the reviewer's token
 * @param acceptedAt when it was accepted
 * @param seal SHA-256 in hexadecimal of the accepted report's canonical form; null for reports accepted before seals existed
 * @param evidence the documents that prove the report (minh chứng)
 */
public record UnitResultAccepted(String indicator, String plan, Period period, String unit, Long numerator, Long denominator,
        String rating,
        String statement, UUID report, int reportVersion, String regime, String submittedBy, Instant submittedAt,
        String acceptedBy, Instant acceptedAt, String seal, List<Evidence> evidence) implements UnitResultEvent {

    /**
     * @param code such as {@code 2025Q1}, {@code 2025H1}, {@code 2025Q3} or {@code 2025}
     * @param year the reporting year, which under Decree 09/2019/NĐ-CP begins on 15 December of the year before
     * @param from first day of the window
     * @param to last day of the window, the cut-off
     * @param yearFrom first day of the reporting year
     * @param annual whether the window is the whole year
     */
    public record Period(String code, int year, LocalDate from, LocalDate to, LocalDate yearFrom, boolean annual) {
    }

    /**
     * A document that proves a report. Every field but the title can be null.
     *
     * @param number official number
     * @param date date of issue
     * @param issuer the authority that issued it
     * @param page pages within it
     * @param url its address
     * @param sha256 its digest in lower-case hexadecimal
     */
    public record Evidence(String number, LocalDate date, String issuer, String title, String page, String url,
            String sha256) {
    }

    public UnitResultAccepted {
        // Events of earlier releases lack the field.
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    @Override
    public String periodCode() {
        return period.code();
    }
}
