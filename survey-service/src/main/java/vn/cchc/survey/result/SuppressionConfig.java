package vn.cchc.survey.result;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.start.SettingConverters.PositiveInteger;

/** When a figure is suppressed because it could reveal the answers of single respondents. */
@ConfigMapping(prefix = "cchc.survey.suppression")
public interface SuppressionConfig {

    /** A figure of fewer respondents is not published. A campaign keeps the number by which its answers were counted. */
    @WithDefault("5")
    @WithConverter(PositiveInteger.class)
    int minRespondents();
}
