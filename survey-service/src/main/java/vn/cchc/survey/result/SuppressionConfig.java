package vn.cchc.survey.result;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a figure is suppressed because it could reveal the answers of single respondents. */
@ConfigMapping(prefix = "cchc.survey.suppression")
public interface SuppressionConfig {

    /** A figure of fewer respondents is not published. */
    @WithDefault("5")
    @Positive
    int minRespondents();
}
