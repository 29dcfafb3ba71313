package vn.cchc.reporting.reminder;

import java.time.Duration;

import org.hibernate.validator.constraints.Range;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When units are reminded of their reports. */
@ConfigMapping(prefix = "cchc.reminders")
interface ReminderConfig {

    /** Number of working days between the first reminder and the deadline. */
    @WithDefault("3")
    @Range(min = 1, max = 60)
    int leadWorkingDays();

    /** Number of days after the deadline for which a report that is late is still reminded of. */
    @WithDefault("60")
    @Range(min = 1, max = 3660)
    int lateDays();

    /** The interval at which reminders are issued. */
    @WithDefault("10m")
    Duration interval();

    /** The most reminders that one transaction issues. */
    @WithDefault("500")
    @Range(min = 1, max = 10000)
    int batch();
}
