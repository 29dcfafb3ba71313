package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

@Schema(description = "A version of a reporting regime (chế độ báo cáo)")
record RegimeView(@JsonIgnore Revision revision, @Schema(examples = "CCHC") String code,
        @Schema(description = "Number of the version, from 1", examples = "1") int version, String name, String nameEn,
        @Schema(description = "The legal documents on which the regime is based") String legalBasis, RegimeType type,
        WindowRule windowRule, List<PeriodType> periodTypes,
        @Schema(description = "The deadline of each level") Map<ReportingLevel, DeadlineRule> deadlines,
        @Schema(description = "The rules of the quality gate (kiểm tra chất lượng số liệu)") List<QualityRule> qualityRules,
        @Schema(description = "First day on which the version is in force; null if its validity has no beginning", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day on which the regime requires reports; null if its validity has no end", nullable = true) LocalDate validTo)
        implements
            Versioned {

    static RegimeView of(Regime regime) {
        return new RegimeView(regime.revision(), regime.code, regime.version, regime.name, regime.nameEn, regime.legalBasis,
                regime.type,
                regime.windowRule, regime.periodTypes, new EnumMap<>(regime.deadlines), regime.qualityRules, regime.validFrom,
                regime.validTo);
    }
}
