package vn.cchc.targets.result;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the groups of units are counted anew. */
@ConfigMapping(prefix = "cchc.unit-groups")
interface GroupsConfig {

    /** Units counted in one transaction. No unit can change meanwhile. */
    @WithDefault("5000")
    int unitsAtOnce();
}
