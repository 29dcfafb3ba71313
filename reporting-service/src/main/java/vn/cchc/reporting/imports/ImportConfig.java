package vn.cchc.reporting.imports;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.start.SettingConverters.PositiveDuration;
import vn.cchc.rest.start.SettingConverters.PositiveInteger;

@ConfigMapping(prefix = "cchc.imports")
interface ImportConfig {

    /** The pause between two looks for an import to do. */
    @WithDefault("500ms")
    @WithConverter(PositiveDuration.class)
    Duration pollInterval();

    /** The time after which another replica continues an import whose worker does not report progress. */
    @WithDefault("1m")
    @WithConverter(PositiveDuration.class)
    Duration lease();

    /** The number of units whose rows are written with one set of statements. */
    @WithDefault("500")
    @WithConverter(PositiveInteger.class)
    int batchUnits();
}
