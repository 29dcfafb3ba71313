package vn.cchc.targets.yearlyindex;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "YearlyIndex", description = "An index that the plan has reviewed every year")
record YearlyIndexView(@Schema(examples = "PAR-INDEX") String code,
        @Schema(examples = "Bộ Chỉ số CCHC") String name, String nameEn,
        @Schema(description = "The years for which it has criteria, the latest first", examples = "[2024, 2023]") List<Integer> years) {

    static YearlyIndexView of(YearlyIndex of, List<Integer> years) {
        return new YearlyIndexView(of.code, of.name, of.nameEn, years);
    }
}
