package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.indicator.NewIndicator;
import vn.cchc.values.DateRange;
import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;

/** A plan with its targets and indicators: the shape of {@code plan/{code}.json} and of a request to register a plan. */
@Schema(description = "A plan with its targets and indicators")
record NewPlan(@NotNull @Schema(examples = "KH-TTHC-2026") PlanCode code,
        @Size(max = 100) @Schema(description = "Official number; null where the document leaves it blank", nullable = true) String number,
        @Schema(description = "Day of issue; null where the document leaves it blank", nullable = true) LocalDate issuedOn,
        @NotBlank @Size(max = 2000) String title, @NotBlank @Size(max = 2000) String titleEn,
        @NotBlank @Size(max = 500) String issuer, @NotBlank @Size(max = 500) String issuerEn,
        @NotNull @Size(max = 100, message = "{cchc.ListSize.message}") @Schema(description = "The documents that the plan cites as its basis") List<@NotBlank @Size(max = 2000) String> legalBasis,
        @NotNull @Schema(description = "Code of the regime by which units report the plan's indicators", examples = "TTHC") RegimeCode regime,
        @NotNull @Schema(description = "First day of validity") LocalDate validFrom,
        @NotNull @Schema(description = "Last day of validity") LocalDate validTo,
        @Min(2000) @Max(2100) @Schema(description = "First year with a milestone") int yearFrom,
        @Min(2000) @Max(2100) @Schema(description = "Last year in which a milestone binds") int yearTo,
        @Valid @Schema(description = "The text, word for word; null if it is not at hand", nullable = true) PlanText text,
        @Size(max = 50, message = "{cchc.ListSize.message}") @Schema(description = "Numbers of the sections of the text whose items are tasks (nhiệm vụ, giải pháp), which are followed under /tasks; none if absent", nullable = true, examples = "[\"III\", \"IV\"]") List<@NotNull @Pattern(regexp = TaskGroup.SYNTAX) String> taskSections,
        @NotNull @Size(min = 1, max = 200, message = "{cchc.ListSize.message}") List<@Valid @NotNull NewTarget> targets,
        @NotNull @Size(min = 1, max = 500, message = "{cchc.ListSize.message}") List<@Valid @NotNull NewIndicator> indicators,
        @Schema(description = "Whether it is a draft, which is issued by a step of its own. False if absent", nullable = true) Boolean draft,
        @Schema(description = "Code of the plan whose place it takes from its first day on, once it is issued. Only a draft can name one", examples = "KH-SGDDT-2022", nullable = true) PlanCode supersedes)
        implements
            Auditable {

    @Schema(name = "NewTarget", description = "A target (chỉ tiêu) of a new plan")
    record NewTarget(@Min(1) @Max(1000) int number, @NotBlank @Size(max = 20_000) String wording,
            @NotBlank @Size(max = 2000) String nameEn) {
    }

    NewPlan {
        taskSections = taskSections == null ? List.of() : taskSections;
    }

    @JsonIgnore
    boolean isDraft() {
        return Boolean.TRUE.equals(draft);
    }

    /** What contradicts itself within the document. */
    BodyViolations check(BodyViolations violations) {
        return violations
                .require(() -> DateRange.isOrdered(validFrom, validTo),
                        () -> Violation.at("/validTo", TargetsProblem.ENDS_BEFORE_IT_BEGINS), "validFrom", "validTo")
                .require(() -> yearTo >= yearFrom, () -> Violation.at("/yearTo", TargetsProblem.ENDS_BEFORE_IT_BEGINS),
                        "yearFrom", "yearTo")
                .require(() -> supersedes == null || isDraft(),
                        () -> Violation.at("/supersedes", TargetsProblem.ONLY_FOR_DRAFT))
                .rule(this::repeatedTargets, "targets")
                .rule(() -> indicatorViolations(violations), "yearFrom", "yearTo", "regime")
                .rule(this::taskViolations, "text", "taskSections");
    }

    /** The positions of the indicators that break no constraint. */
    List<Integer> validIndicators(BodyViolations violations) {
        return indicators == null ? List.of() : violations.validPositions("indicators", indicators.size());
    }

    private List<Violation> repeatedTargets() {
        Set<Integer> numbers = new HashSet<>();
        return IntStream.range(0, targets.size()).filter(i -> !numbers.add(targets.get(i).number()))
                .mapToObj(i -> Violation.at("/targets/" + i + "/number", TargetsProblem.DUPLICATE,
                        String.valueOf(targets.get(i).number())))
                .toList();
    }

    private List<Violation> indicatorViolations(BodyViolations violations) {
        Set<Object> codes = new HashSet<>();
        List<Violation> found = new ArrayList<>();
        for (int i : validIndicators(violations)) {
            NewIndicator indicator = indicators.get(i);
            if (!codes.add(indicator.code())) {
                found.add(Violation.at("/indicators/" + i + "/code", TargetsProblem.DUPLICATE, indicator.code()));
            }
            if (violations.isValid("targets") && targets.stream().noneMatch(target -> target.number() == indicator.target())) {
                found.add(Violation.at("/indicators/" + i + "/target", TargetsProblem.UNKNOWN_TARGET,
                        String.valueOf(indicator.target())));
            }
            if (indicator.adopts() != null && supersedes == null) {
                found.add(Violation.at("/indicators/" + i + "/adopts", TargetsProblem.NOTHING_SUPERSEDED));
            }
            found.addAll(indicator.violations("/indicators/" + i, yearFrom, yearTo, regime));
        }
        return found;
    }

    /** The numbers of sections and items are parts of the tasks' codes. */
    private List<Violation> taskViolations() {
        List<PlanText.Section> sections = text == null ? List.of() : text.sections();
        Set<String> known = sections.stream().map(PlanText.Section::number).collect(Collectors.toSet());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < taskSections.size(); i++) {
            if (!known.contains(taskSections.get(i))) {
                violations.add(Violation.at("/taskSections/" + i, TargetsProblem.UNKNOWN_SECTION, taskSections.get(i)));
            }
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            PlanText.Section section = sections.get(i);
            for (int j = 0; taskSections.contains(section.number()) && j < section.items().size(); j++) {
                String number = section.number() + "." + section.items().get(j).number();
                if (!codes.add(number)) {
                    violations.add(Violation.at("/text/sections/" + i + "/items/" + j + "/number", TargetsProblem.DUPLICATE,
                            number));
                }
            }
        }
        return violations;
    }

    @Override
    public String auditType() {
        return "plan";
    }

    @Override
    public String auditId() {
        return code.value();
    }

    @Override
    public Object auditSnapshot() {
        return PlanAuditSnapshotV1.of(this);
    }
}
