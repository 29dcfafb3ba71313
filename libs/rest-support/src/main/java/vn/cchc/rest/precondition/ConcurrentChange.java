package vn.cchc.rest.precondition;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcurrentChange", description = "A change that somebody made since the caller looked")
public record ConcurrentChange(@Schema(description = "What was done", examples = "ENTER_FIGURES") String action,
        @Schema(description = "Subject of the token", examples = "vp-reporter") String by, Instant at,
        @Schema(description = "JSON pointers of the fields that it touched", examples = "/figures/CT05.1/numerator") List<String> fields) {
}
