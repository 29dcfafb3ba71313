package vn.cchc.reporting.reminder;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.start.SettingConverters.IntegerRange;

/** When units are reminded of their reports. */
// MicroProfile makes every converter serializable.
@SuppressWarnings("serial")
@ConfigMapping(prefix = "cchc.reminders")
interface ReminderConfig {

    /** Number of working days between the first reminder and the deadline. */
    @WithDefault("3")
    @WithConverter(LeadDays.class)
    int leadWorkingDays();

    /** Number of days after the deadline for which a report that is late is still reminded of. */
    @WithDefault("60")
    @WithConverter(LateDays.class)
    int lateDays();

    /** The interval at which reminders are issued. */
    @WithDefault("10m")
    Duration interval();

    /** The most reminders that one transaction issues. */
    @WithDefault("500")
    @WithConverter(BatchSize.class)
    int batch();

    class LeadDays extends IntegerRange {
        public LeadDays() {
            super(1, 60);
        }
    }

    class LateDays extends IntegerRange {
        public LateDays() {
            super(1, 3660);
        }
    }

    class BatchSize extends IntegerRange {
        public BatchSize() {
            super(1, 10000);
        }
    }
}
