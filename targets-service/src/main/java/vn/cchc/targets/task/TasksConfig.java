package vn.cchc.targets.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cchc.tasks")
interface TasksConfig {

    /** Number of calendar days before its deadline in which an open task is nearly due. */
    @WithDefault("7")
    int nearlyDueDays();
}
