package vn.cchc.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The definition of an indicator that is in force, and who reports it. From targets-service.
 *
 * @param code such as {@code CT05.1}
 * @param plan code of the plan (kế hoạch) to which it belongs
 * @param target number of the target (chỉ tiêu) in the plan that it measures, from 1
 * @param name the plan's wording
 * @param nameEn its English name
 * @param type RATIO, REDUCTION, SURVEY or QUALITATIVE
 * @param timeBasis FLOW, STOCK or COMPARISON; null where nothing is counted
 * @param direction AT_LEAST, EXACTLY or AT_MOST; null for a qualitative indicator
 * @param numerator what the numerator counts, in Vietnamese; null for a qualitative indicator
 * @param denominator what the denominator counts, in Vietnamese; null for a qualitative indicator
 * @param regime code of the regime by which units report it; null for an indicator that comes from surveys
 * @param validFrom first day of the plan's validity
 * @param validTo last day of the plan's validity, after which nothing binds
 * @param milestones the figures that bind, by year
 * @param assignments who leads and who reports it, each with the days for which it holds
 * @param version rises with every change of the definition or of its assignments
 * @param alsoAskedBy codes of further regimes whose reports refer to the figure; it is never reported under them
 * @param comparedYears the spans of years whose yearly amounts a reduction compares; null otherwise. An annual report then
 *        holds
 *        the year's amount, in VND, as numerator and again as denominator
 */
public record IndicatorDefined(String code, String plan, int target, String name, String nameEn, String type,
        String timeBasis, String direction, String numerator, String denominator, String regime, LocalDate validFrom,
        LocalDate validTo, List<Milestone> milestones, List<Assignment> assignments, long version,
        List<String> alsoAskedBy, ComparedYears comparedYears) implements Event {

    public static final String TOPIC = "cchc.indicators";

    /**
     * @param year the year from which it binds
     * @param percent the threshold in percent; null for a qualitative indicator, which is to be achieved in that year
     */
    public record Milestone(int year, BigDecimal percent) {
    }

    /**
     * @param unit code of the unit
     * @param lead whether the unit leads the indicator (chủ trì); every assigned unit reports it
     * @param from first day of the assignment; null when it has always held
     * @param to last day of the assignment; null while it holds
     */
    public record Assignment(String unit, boolean lead, LocalDate from, LocalDate to) {
    }

    /** The first span, with which the second one is compared; each with its last year. */
    public record ComparedYears(int baselineFrom, int baselineTo, int comparedFrom, int comparedTo) {
    }

    public IndicatorDefined {
        milestones = List.copyOf(milestones);
        assignments = List.copyOf(assignments);
        // Events of earlier releases lack the field.
        alsoAskedBy = alsoAskedBy == null ? List.of() : List.copyOf(alsoAskedBy);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return code;
    }
}
