package vn.cchc.reporting.unit;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All codes of a unit in other systems", examples = NewIdentifiers.EXAMPLE)
record NewIdentifiers(
        @Pattern(regexp = AgencyCode.SYNTAX) @Size(max = AgencyCode.MAX_LENGTH) @Schema(description = "Agency code under Decision 20/2020/QĐ-TTg, or in the form before it; null if none is published", nullable = true) String agencyCode,
        @NotNull @Size(max = 20, message = "{cchc.ListSize.message}") List<@NotNull @Valid UnitIdentifier> identifiers) {

    static final String EXAMPLE = """
            {"agencyCode": "H59.17",
             "identifiers": [{"scheme": "AGENCY_CODE", "value": "000.17.30.H59", "validTo": "2021-12-31"},
                             {"scheme": "MOET", "value": "94000701"}]}""";
}
