package vn.cchc.targets.scoreboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "cchc.scoreboard")
interface ScoreboardConfig {

    /** Whether the scoreboard can be read without a token. The gateway and targets-service need the same value. */
    @WithName("public")
    @WithDefault("false")
    boolean isPublic();
}
