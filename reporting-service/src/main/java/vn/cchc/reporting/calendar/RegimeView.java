package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A reporting regime (chế độ báo cáo)")
record RegimeView(@Schema(examples = "CCHC") String code, String name, String nameEn,
        @Schema(description = "Where the rule comes from") String legalBasis,
        @Schema(description = "PERIODIC (định kỳ), THEMATIC (chuyên đề) or AD_HOC (đột xuất)", examples = "PERIODIC") String kind,
        @Schema(description = "How a year's period codes look", examples = "[\"2025Q1\"]") List<String> periods,
        @Schema(nullable = true) LocalDate validFrom, @Schema(nullable = true) LocalDate validTo) {

    static RegimeView of(Regime regime) {
        return new RegimeView(regime.code, regime.name, regime.nameEn, regime.legalBasis, regime.kind,
                regime.periodsOf(2025).stream().map(Period::code).toList(), regime.validFrom, regime.validTo);
    }
}
