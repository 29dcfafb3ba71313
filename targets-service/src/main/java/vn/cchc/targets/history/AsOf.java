package vn.cchc.targets.history;

import java.time.Instant;
import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The moment whose knowledge a caller wants to read. */
public class AsOf {

    @QueryParam("asOf")
    @Parameter(description = "What was known at this instant (RFC 3339), now if absent. A change counts from the time at which its service made it, such as the acceptance of a report", example = "2025-12-20T10:00:00Z")
    Instant asOf;

    Optional<Instant> moment() {
        return Optional.ofNullable(asOf);
    }
}
