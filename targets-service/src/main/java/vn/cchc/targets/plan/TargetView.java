package vn.cchc.targets.plan;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.RevisedTarget;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

@Schema(description = "A target (chỉ tiêu) of a plan")
record TargetView(@Schema(description = "Code of the plan", examples = "KH-SGDDT-2022") PlanCode plan,
        @Schema(description = "Its number within the plan", examples = "5") int number,
        @Schema(description = "In full: the plan's wording, or that of the last revision in force on the day of the reading") String wording,
        String nameEn,
        @Schema(description = "Codes of the indicators that measure it", examples = "[\"CT05.1\"]") List<IndicatorCode> indicators,
        @Schema(description = "Number of the decision that changed the wording or the name last; null if they are the plan's", examples = "15/QĐ-SGDĐT", nullable = true) String revisedBy) {

    static TargetView of(Target target, List<IndicatorCode> indicators, Optional<RevisedTarget> revised) {
        return new TargetView(target.code().plan(), target.number, revised.map(RevisedTarget::wording).orElse(target.wording),
                revised.map(RevisedTarget::nameEn).orElse(target.nameEn), indicators,
                revised.map(RevisedTarget::decisionNumber).orElse(null));
    }
}
