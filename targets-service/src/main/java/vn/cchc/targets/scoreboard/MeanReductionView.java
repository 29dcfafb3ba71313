package vn.cchc.targets.scoreboard;

import java.math.BigInteger;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.ComparedYears;
import vn.cchc.targets.result.MeanReduction;

@Schema(name = "MeanReduction", description = "The yearly amounts of which a reduction is computed: (mean of the first span - mean of the second) / mean of the first. Until all years are there, the means of those that are")
record MeanReductionView(ComparedYears years,
        @Schema(description = "The years for which every unit's annual report is accepted") List<YearlyAmount> amounts,
        @Schema(description = "Whether all years are there, so that the verdict can be closed") boolean complete) {

    @Schema(name = "YearlyAmount")
    record YearlyAmount(@Schema(examples = "2021") int year,
            @Schema(description = "VND, over all units", examples = "120000000000") BigInteger amount) {
    }

    static MeanReductionView of(MeanReduction of) {
        return new MeanReductionView(of.years(), of.amounts().entrySet().stream()
                .map(year -> new YearlyAmount(year.getKey(), year.getValue())).toList(), of.isComplete());
    }
}
