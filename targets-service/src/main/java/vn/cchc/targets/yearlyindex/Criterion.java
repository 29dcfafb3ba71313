package vn.cchc.targets.yearlyindex;

import java.math.BigDecimal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.Percent;

/** A criterion of an index (tiêu chí), or a group of criteria. */
@Schema(name = "IndexCriterion", description = "A criterion of an index (tiêu chí), or a group of criteria")
record Criterion(@NotNull @Pattern(regexp = CODE) @Schema(examples = "1.2") String code,
        @NotBlank @Size(max = 1000) @Schema(examples = "Công tác chỉ đạo, điều hành cải cách hành chính") String name,
        @Pattern(regexp = CODE) @Schema(description = "Code of the group to which it belongs, which stands before it; null if it belongs to none", examples = "1", nullable = true) String parent,
        @NotNull @Positive @Digits(integer = 6, fraction = 4) @Schema(description = "The highest score. That of a group is the sum of its criteria's", examples = "8.5") BigDecimal maximum) {

    static final String CODE = "[A-Z0-9][A-Z0-9.-]{0,29}";

    Criterion {
        maximum = maximum == null ? null : Percent.plain(maximum);
    }
}
