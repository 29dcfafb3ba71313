package vn.cchc.reporting.unit;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.DateRange;

@Embeddable
@Schema(name = "UnitIdentifier", description = "A code of the unit in another system, or a former agency code")
record UnitIdentifier(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,34}") @Schema(description = "The system of codes", examples = "AGENCY_CODE") String scheme,
        @NotBlank @Size(max = 100) @Schema(examples = "000.17.30.H59") String value,
        @Schema(description = "First day; null if the code holds from the first day of the unit", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null while the code holds", nullable = true) LocalDate validTo) {

    boolean hasOrderedDays() {
        return DateRange.isOrdered(validFrom, validTo);
    }

    boolean hasValidAgencyCode() {
        return !scheme.equals(AgencyCode.SCHEME)
                || value.length() <= AgencyCode.MAX_LENGTH && value.matches(AgencyCode.SYNTAX);
    }

    /** Whether both are the same code on the same day. */
    boolean overlaps(UnitIdentifier other) {
        return scheme.equals(other.scheme) && value.equals(other.value) && days().overlaps(other.days());
    }

    private DateRange days() {
        return new DateRange(validFrom, validTo);
    }
}
