package vn.cchc.survey.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.start.SettingConverters.PositiveDuration;
import vn.cchc.rest.start.SettingConverters.PositiveInteger;

@ConfigMapping(prefix = "cchc.survey.retention")
interface RetentionConfig {

    /**
     * The number of days after which the single answers of a campaign are removed, from its publication, or from its closing if
     * it is not published. Counts and results are kept.
     */
    @WithDefault("730")
    @WithConverter(PositiveInteger.class)
    int answersDays();

    /** The same for texts in respondents' own words. */
    @WithDefault("180")
    @WithConverter(PositiveInteger.class)
    int textsDays();

    /** The pause between two looks for what is due. */
    @WithDefault("1h")
    @WithConverter(PositiveDuration.class)
    Duration checkEvery();
}
