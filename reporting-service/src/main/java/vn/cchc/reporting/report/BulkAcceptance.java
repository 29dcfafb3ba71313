package vn.cchc.reporting.report;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The reports to accept, at most 200")
record BulkAcceptance(
        @NotEmpty @Size(max = MAX_REPORTS, message = "{cchc.ListSize.message}") List<@NotNull @Valid BulkItem> reports) {

    static final int MAX_REPORTS = 200;
}
