package vn.cchc.reporting.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.quality.RuleType;
import vn.cchc.reporting.quality.Severity;

@Schema(name = "ImportFinding", description = "What the quality gate found in a report as the import leaves it; it prevents only the submission")
record ImportFindingView(
        @Schema(description = "Code of the unit; null for a finding about the period", examples = "VP", nullable = true) String unit,
        @Schema(description = "Code of the indicator; null without a figure", examples = "CT05.1", nullable = true) String indicator,
        @Schema(description = "Name of the sheet; null for CSV", nullable = true) String sheet,
        @Schema(description = "Name of the cell; null if the file has no row of this figure", examples = "E7", nullable = true) String cell,
        Severity severity,
        @Schema(description = "The type of the regime's rule; null for a rule that holds under every regime", nullable = true) RuleType rule,
        @Schema(description = "Names the finding in the `explanations` of the report; null for a rule that holds under every regime", examples = "JUMP:CT05.1", nullable = true) String key,
        @Schema(examples = "jump") String code, @Schema(description = "What was found, in Vietnamese") String detail,
        @Schema(description = "What was found, in English") String detailEn) {

    static ImportFindingView of(ImportFinding finding) {
        return new ImportFindingView(finding.unit, finding.indicator, finding.sheet, finding.cell, finding.severity,
                finding.rule, finding.rule == null ? null : finding.rule + ":" + finding.indicator, finding.code,
                finding.detail, finding.detailEn);
    }
}
