package vn.cchc.reporting.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.start.SettingConverters.IntegerRange;

/** The reporting years for which periods are derived. */
// MicroProfile makes every converter serializable.
@SuppressWarnings("serial")
@ConfigMapping(prefix = "cchc.calendar")
interface CalendarConfig {

    /** First year of a regime whose validity has no beginning. */
    @WithDefault("2000")
    @WithConverter(FirstYear.class)
    int firstYear();

    /** Number of years after the current one. */
    @WithDefault("5")
    @WithConverter(YearsAhead.class)
    int yearsAhead();

    class FirstYear extends IntegerRange {
        public FirstYear() {
            super(2000, 2099);
        }
    }

    class YearsAhead extends IntegerRange {
        public YearsAhead() {
            super(0, 99);
        }
    }
}
