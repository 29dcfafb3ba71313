package vn.cchc.reporting.imports;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cchc.imports")
interface ImportConfig {

    /** The pause between two looks for an import to do. */
    @WithDefault("500ms")
    @DurationMin(millis = 1)
    Duration pollInterval();

    /** The time after which another replica continues an import whose worker does not report progress. */
    @WithDefault("1m")
    @DurationMin(seconds = 1)
    Duration lease();

    /** The number of units whose rows are written with one set of statements. */
    @WithDefault("500")
    @Positive
    int batchUnits();
}
