package vn.cchc.rest.precondition;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcurrentChange", description = "A change since the version that the caller has read")
public record ConcurrentChange(@Schema(description = "Name of the action", examples = "ENTER_FIGURES") String action,
        @Schema(description = "Subject of the token", examples = "vp-reporter") String by, Instant at,
        @Schema(description = "JSON Pointers of the changed fields", examples = "/figures/CT05.1/numerator") List<String> fields) {
}
