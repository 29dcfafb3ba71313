package vn.cchc.reporting.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The reporting years for which periods are derived. */
@ConfigMapping(prefix = "cchc.calendar")
interface CalendarConfig {

    /** First year of a regime whose validity has no beginning. */
    @WithDefault("2000")
    int firstYear();

    /** Number of years after the current one. */
    @WithDefault("5")
    int yearsAhead();
}
