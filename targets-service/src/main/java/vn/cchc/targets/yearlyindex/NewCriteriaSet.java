package vn.cchc.targets.yearlyindex;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The criteria by which an index is measured in a year", examples = NewCriteriaSet.EXAMPLE)
record NewCriteriaSet(@Min(2000) @Max(2100) @Schema(examples = "2024") int year,
        @NotNull @Size(min = 1, max = 500, message = "{cchc.ListSize.message}") @Schema(description = "In the order of the document, each group before its criteria") List<@Valid @NotNull Criterion> criteria,
        @Size(max = 500) @Schema(description = "The document that sets them; null if none is named", nullable = true) String document,
        @Size(max = 2000) @Schema(description = "Why they replace the criteria that the year has; required if it has any", nullable = true) String reason) {

    static final String EXAMPLE = """
            {"year": 2024, "criteria": [{"code": "1", "name": "Lĩnh vực thứ nhất", "maximum": 10},
             {"code": "1.1", "name": "Tiêu chí thứ nhất", "parent": "1", "maximum": 6},
             {"code": "1.2", "name": "Tiêu chí thứ hai", "parent": "1", "maximum": 4}]}""";
}
