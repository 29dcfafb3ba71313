package vn.cchc.survey.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.text.StorableText;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.result.Aggregation;
import vn.cchc.survey.result.Weighting;
import vn.cchc.survey.stratum.NewStratum;
import vn.cchc.survey.stratum.Stratum;
import vn.cchc.survey.stratum.StratumCodes;
import vn.cchc.values.DateRange;

@Schema(description = "Input of a new campaign, and of a change of one that is a draft")
record NewCampaign(
        @Schema(description = "Code of the questionnaire; the campaign keeps the latest version", examples = "EDUCATION") String questionnaire,
        @Schema(description = "The year for which the result counts, 2021 to 2099", examples = "2025") Integer year,
        @Schema(examples = "Khảo sát sự hài lòng về dịch vụ giáo dục công lập năm 2025") String title,
        @Schema(description = "First day, in Asia/Ho_Chi_Minh. The campaign opens by itself on this day; null if it is only opened by hand", nullable = true) LocalDate opensOn,
        @Schema(description = "Last day, in Asia/Ho_Chi_Minh. The campaign accepts no answers after this day, and closes by itself; null if it is only closed by hand", nullable = true) LocalDate closesOn,
        @Schema(description = "Planned number of respondents; by default the sum of those of the strata", examples = "400", nullable = true) Integer plannedSample,
        @Schema(description = "The parts of the population that are sampled and counted apart (tầng), at most 300; by default one for each group of the questionnaire") List<NewStratum> strata,
        @Schema(description = "Margin of error (sai số) of the planned sample in percent, 0.1 to 50, with at most two decimals", examples = "5", defaultValue = "5") BigDecimal marginOfError,
        @Schema(description = "The ways in which answers may come; by default LINK, PAPER and SYSTEM") List<Mode> modes,
        @Schema(description = "Least number of respondents of a result that is published; by default suppressBelow", examples = "30", nullable = true) Integer minRespondents,
        @Schema(description = "Figures of fewer respondents are suppressed (k); at least that of the settings, which is the default, and at most 1,000", examples = "5", nullable = true) Integer suppressBelow,
        @Schema(description = "How the answers are put together: POOLED counts every answer once, MEAN_OF_ITEMS every question, MEAN_OF_GROUPS every group of respondents, without those who have no group", defaultValue = "POOLED") Aggregation aggregation,
        @Schema(description = "How much each stratum counts: NONE as much as it has answers, POPULATION as much as it has people", defaultValue = "NONE") Weighting weighting) {

    /** First year of the plan's targets. */
    private static final int FIRST_YEAR = 2021;
    /** The last year of which the syntax of a period code allows. */
    private static final int LAST_YEAR = 2099;
    private static final int MAX_SAMPLE = 10_000_000;
    /** A bound on the size of a list of campaigns, which contains the strata. */
    private static final int MAX_STRATA = 300;
    private static final int MAX_SUPPRESSED = 1_000;
    private static final BigDecimal MIN_MARGIN = new BigDecimal("0.1");
    private static final BigDecimal MAX_MARGIN = BigDecimal.valueOf(50);
    private static final BigDecimal DEFAULT_MARGIN = BigDecimal.valueOf(5);
    private static final Set<Mode> DEFAULT_MODES = EnumSet.of(Mode.LINK, Mode.PAPER, Mode.SYSTEM);

    NewCampaign {
        strata = strata == null ? List.of() : List.copyOf(strata);
        marginOfError = marginOfError == null ? DEFAULT_MARGIN : marginOfError;
        modes = List.copyOf(modes == null || modes.isEmpty() ? DEFAULT_MODES : EnumSet.copyOf(modes));
        aggregation = aggregation == null ? Aggregation.POOLED : aggregation;
        weighting = weighting == null ? Weighting.NONE : weighting;
    }

    boolean namesQuestionnaire() {
        return questionnaire != null && !StorableText.isBlank(questionnaire);
    }

    /** @param leastSuppressed the least number of respondents of a figure that is shown, by the settings */
    ViolationCollector violations(int leastSuppressed) {
        ViolationCollector violations = new ViolationCollector();
        violations.requireText(questionnaire, "/questionnaire");
        violations.requireRange(FIRST_YEAR, LAST_YEAR, year, "/year");
        violations.requireText(title, "/title");
        violations.require(DateRange.isOrdered(opensOn, closesOn), "/closesOn",
                SurveyProblem.ENDS_BEFORE_IT_BEGINS);
        if (plannedSample != null) {
            violations.requireRange(1, MAX_SAMPLE, plannedSample, "/plannedSample");
        }
        addStrata(violations);
        addMethod(violations, leastSuppressed);
        return violations;
    }

    private void addStrata(ViolationCollector violations) {
        violations.require(strata.size() <= MAX_STRATA, "/strata", SurveyProblem.TOO_MANY_STRATA, MAX_STRATA);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < strata.size(); i++) {
            NewStratum stratum = strata.get(i);
            String at = "/strata/" + i;
            stratum.addViolations(violations, at);
            violations.require(stratum.code() == null || seen.add(stratum.code()), at + "/code", SurveyProblem.DUPLICATE_CODE,
                    String.valueOf(stratum.code()));
            violations.require(weighting == Weighting.NONE || stratum.population() != null, at + "/population",
                    SurveyProblem.POPULATION_MISSING);
        }
        violations.require(weighting == Weighting.NONE || !strata.isEmpty(), "/strata", SurveyProblem.POPULATION_MISSING);
    }

    private void addMethod(ViolationCollector violations, int leastSuppressed) {
        boolean valid = marginOfError.compareTo(MIN_MARGIN) >= 0 && marginOfError.compareTo(MAX_MARGIN) <= 0
                && marginOfError.stripTrailingZeros().scale() <= 2;
        violations.require(valid, "/marginOfError", SurveyProblem.MARGIN_OUT_OF_RANGE);
        if (suppressBelow != null) {
            violations.requireRange(leastSuppressed, MAX_SUPPRESSED, suppressBelow, "/suppressBelow");
        }
        if (minRespondents != null) {
            violations.requireRange(suppressBelow == null ? leastSuppressed : suppressBelow, MAX_SAMPLE, minRespondents,
                    "/minRespondents");
        }
    }

    /**
     * Adds what depends on the questionnaire.
     *
     * @param invited codes of the strata for which invitations have been issued; they stay
     */
    void addViolations(ViolationCollector violations, Questionnaire of, Set<String> invited) {
        for (int i = 0; i < strata.size(); i++) {
            strata.get(i).addViolations(violations, "/strata/" + i, of);
        }
        boolean grouped = strata.isEmpty() ? !of.groups().isEmpty()
                : strata.stream().allMatch(stratum -> stratum.group() != null);
        violations.require(aggregation != Aggregation.MEAN_OF_GROUPS || grouped, "/aggregation", SurveyProblem.GROUPS_MISSING);
        Set<String> lost = new TreeSet<>(invited);
        StratumCodes.of(ownStrata(), of).codes().forEach(lost::remove);
        violations.require(lost.isEmpty(), "/strata", SurveyProblem.STRATUM_IN_USE, String.join(", ", lost));
    }

    List<Stratum> ownStrata() {
        return strata.stream().map(NewStratum::toStratum).toList();
    }
}
