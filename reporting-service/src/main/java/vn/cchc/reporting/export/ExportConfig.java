package vn.cchc.reporting.export;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "cchc.exports")
interface ExportConfig {

    /** The time in seconds after which an export is aborted, because it occupies a database connection. */
    @Positive
    int maxSeconds();
}
