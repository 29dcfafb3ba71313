package vn.cchc.reporting.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import vn.cchc.rest.start.SettingConverters.PositiveInteger;

@ConfigMapping(prefix = "cchc.exports")
interface ExportConfig {

    /** The time in seconds after which an export is aborted, because it occupies a database connection. */
    @WithConverter(PositiveInteger.class)
    int maxSeconds();
}
