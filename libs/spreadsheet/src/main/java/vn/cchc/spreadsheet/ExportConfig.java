package vn.cchc.spreadsheet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.start.SettingConverters.PositiveInteger;

@ConfigMapping(prefix = "cchc.exports")
public interface ExportConfig {

    /** The time in seconds after which an export is aborted, because it occupies a database connection. */
    @WithDefault("300")
    @WithConverter(PositiveInteger.class)
    int maxSeconds();
}
