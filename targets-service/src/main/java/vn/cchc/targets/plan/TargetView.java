package vn.cchc.targets.plan;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A target (chỉ tiêu) of the plan")
record TargetView(@Schema(description = "Its number in section II of the plan", examples = "5") int number,
        @Schema(description = "Code of the plan", examples = "KH-SGDDT-2022") String plan,
        @Schema(description = "The plan's own words, whole") String wording, String nameEn,
        @Schema(description = "Codes of the indicators that measure it", examples = "[\"CT05.1\"]") List<String> indicators) {

    static TargetView of(Target target, List<String> indicators) {
        return new TargetView(target.number, target.plan, target.wording, target.nameEn, indicators);
    }
}
