package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.holiday.WorkingDays;
import vn.cchc.reporting.quality.DerivedPart;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.DateRange;
import vn.cchc.values.RegimeCode;

@Schema(description = "The regime to create, or its next version", examples = NewRegime.EXAMPLE)
record NewRegime(
        @NotNull @Pattern(regexp = RegimeCode.SYNTAX) @Schema(description = "Code of the regime", examples = "TTHC") String code,
        @NotBlank @Size(max = 200) @Schema(examples = "Báo cáo kiểm soát thủ tục hành chính") String name,
        @NotBlank @Size(max = 200) @Schema(examples = "Report on the control of administrative procedures") String nameEn,
        @NotBlank @Size(max = 2000) @Schema(description = "The legal documents on which the regime is based", examples = "Nghị định 09/2019/NĐ-CP") String legalBasis,
        @NotNull RegimeType type, @NotNull @Valid WindowRule windowRule,
        @NotNull @Size(max = 40, message = "{cchc.ListSize.message}") List<@NotNull @Valid PeriodType> periodTypes,
        @NotNull @Schema(description = "The deadline rule of each level") Map<@NotNull ReportingLevel, @NotNull @Valid DeadlineRule> deadlines,
        @Schema(description = "The rules of the quality gate. Without them a new regime checks that obligatory figures are there and that no numerator is above its denominator, and a further version keeps those of the version before it", nullable = true) @Size(max = 100, message = "{cchc.ListSize.message}") List<@NotNull @Valid QualityRule> qualityRules,
        @Schema(description = "First day on which the version is in force; it then replaces all earlier versions. Null if its validity has no beginning", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day on which the regime requires reports; null if its validity has no end", nullable = true) LocalDate validTo) {

    static final String EXAMPLE = """
            {"code": "TTHC", "name": "Báo cáo kiểm soát thủ tục hành chính",
             "nameEn": "Report on the control of administrative procedures", "legalBasis": "Nghị định 09/2019/NĐ-CP",
             "type": "PERIODIC", "windowRule": {"startMonth": 1, "startDay": 1, "previousYear": false},
             "periodTypes": [{"suffix": "M01", "firstMonth": 1, "lastMonth": 1}, {"suffix": "M02", "firstMonth": 2, "lastMonth": 2}],
             "deadlines": {"UNIT": {"basis": "WORKING_DAYS", "value": 2}, "DEPARTMENT": {"basis": "WORKING_DAYS", "value": 4},
                           "PROVINCE": {"basis": "DAY_OF_MONTH", "value": 10}},
             "qualityRules": [{"type": "OBLIGATORY", "severity": "ERROR"},
                              {"type": "JUMP", "severity": "WARNING", "points": 20, "minimumCases": 10}],
             "validFrom": "2025-01-01"}""";

    private static final WorkingDays WITHOUT_HOLIDAYS = new WorkingDays(Set.of(), Set.of());
    private static final int ANY_YEAR = 2025;

    RegimeCode key() {
        return new RegimeCode(code);
    }

    BodyViolations check(BodyViolations violations) {
        violations
                .require(() -> DateRange.isOrdered(validFrom, validTo),
                        () -> Violation.at("/validTo", ReportingProblem.ENDS_BEFORE_IT_BEGINS), "validFrom", "validTo")
                .require(() -> !(type == RegimeType.PERIODIC && periodTypes.isEmpty()),
                        () -> Violation.at("/periodTypes", ReportingProblem.PERIOD_TYPES_MISSING), "type", "periodTypes")
                .rule(this::periodTypeViolations, "periodTypes")
                .rule(this::deadlineViolations, "deadlines")
                .rule(this::qualityRuleViolations, "qualityRules");
        return violations.isEmpty() ? violations.rule(this::orderOfDeadlines) : violations;
    }

    private List<Violation> periodTypeViolations() {
        List<Violation> violations = new ArrayList<>();
        Set<String> suffixes = new HashSet<>();
        for (int place = 0; place < periodTypes.size(); place++) {
            PeriodType period = periodTypes.get(place);
            if (period.lastMonth() < period.firstMonth()) {
                violations.add(Violation.at("/periodTypes/" + place + "/lastMonth", ReportingProblem.ENDS_BEFORE_IT_BEGINS));
            }
            if (!suffixes.add(period.suffix())) {
                violations.add(Violation.at("/periodTypes/" + place + "/suffix", ReportingProblem.SUFFIX_TAKEN,
                        period.suffix()));
            }
        }
        return violations;
    }

    private List<Violation> deadlineViolations() {
        List<Violation> violations = new ArrayList<>();
        for (ReportingLevel level : ReportingLevel.values()) {
            DeadlineRule rule = deadlines.get(level);
            if (rule == null) {
                violations.add(Violation.at("/deadlines/" + level, ReportingProblem.DEADLINE_MISSING));
            } else if (!rule.existsInEveryMonth()) {
                violations.add(Violation.at("/deadlines/" + level + "/value", ReportingProblem.DAY_NOT_IN_EVERY_MONTH,
                        DeadlineRule.LAST_DAY_OF_MONTH));
            }
        }
        return violations;
    }

    /** A part is computed from one source, which is itself entered. */
    private List<Violation> qualityRuleViolations() {
        List<Violation> violations = new ArrayList<>();
        Set<DerivedPart> derived = new HashSet<>();
        List<QualityRule> rules = qualityRulesOr(List.of());
        for (int place = 0; place < rules.size(); place++) {
            String at = "/qualityRules/" + place;
            rules.get(place).violations(at).forEach(violations::add);
            rules.get(place).derivation().filter(part -> !derived.add(part)).ifPresent(
                    part -> violations.add(Violation.at(at + "/part", ReportingProblem.DERIVED_TWICE, part.part(),
                            part.indicator())));
        }
        for (int place = 0; place < rules.size(); place++) {
            String at = "/qualityRules/" + place;
            rules.get(place).source().filter(derived::contains).ifPresent(
                    part -> violations.add(Violation.at(at + "/sourcePart", ReportingProblem.SOURCE_IS_DERIVED, part.part(),
                            part.indicator())));
        }
        return violations;
    }

    List<QualityRule> qualityRulesOr(List<QualityRule> former) {
        return qualityRules == null ? former : qualityRules;
    }

    private List<Violation> orderOfDeadlines() {
        List<Violation> violations = new ArrayList<>();
        for (int place = 0; place < periodTypes.size(); place++) {
            PeriodType period = periodTypes.get(place);
            LocalDate cutOff = windowRule.months(ANY_YEAR, period.firstMonth(), period.lastMonth()).to();
            List<LocalDate> days = Arrays.stream(ReportingLevel.values())
                    .map(level -> deadlines.get(level).deadline(cutOff, WITHOUT_HOLIDAYS)).toList();
            if (!days.equals(days.stream().sorted().toList())) {
                violations.add(Violation.at("/periodTypes/" + place, ReportingProblem.DEADLINES_OUT_OF_ORDER,
                        period.code(ANY_YEAR).value(), days.get(0).toString(), days.get(1).toString(), days.get(2).toString()));
            }
        }
        return violations;
    }
}
