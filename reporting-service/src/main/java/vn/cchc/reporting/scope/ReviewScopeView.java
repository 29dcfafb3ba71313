package vn.cchc.reporting.scope;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

@Schema(description = "What a reviewer is limited to")
record ReviewScopeView(@JsonIgnore Revision revision, UUID id,
        @Schema(description = "Subject of the reviewer's token", examples = "khtc-reviewer") String subject,
        @Schema(description = "Codes of the units whose reports the reviewer accepts and returns") List<String> units,
        @Schema(description = "Codes of the indicators that the reviewer reviews", examples = "[\"CT08.1\", \"CT08.2\"]") List<String> indicators,
        @Schema(nullable = true) LocalDate validFrom, @Schema(nullable = true) LocalDate validTo,
        @Schema(description = "One higher after each change", examples = "1") long version) implements Versioned {

    static ReviewScopeView of(ReviewScope scope) {
        return new ReviewScopeView(scope.revision(), scope.id, scope.subject, List.copyOf(scope.units),
                List.copyOf(scope.indicators), scope.validFrom, scope.validTo, scope.version);
    }
}
