package vn.cchc.targets.plan;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

@Schema(description = "A target (chỉ tiêu) of a plan")
record TargetView(@Schema(description = "Code of the plan", examples = "KH-SGDDT-2022") PlanCode plan,
        @Schema(description = "Its number within the plan", examples = "5") int number,
        @Schema(description = "The plan's wording, in full") String wording, String nameEn,
        @Schema(description = "Codes of the indicators that measure it", examples = "[\"CT05.1\"]") List<IndicatorCode> indicators) {

    static TargetView of(Target target, List<IndicatorCode> indicators) {
        return new TargetView(target.code().plan(), target.number, target.wording, target.nameEn, indicators);
    }
}
