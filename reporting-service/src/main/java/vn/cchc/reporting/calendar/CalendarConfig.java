package vn.cchc.reporting.calendar;

import org.hibernate.validator.constraints.Range;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The reporting years for which periods are derived. */
@ConfigMapping(prefix = "cchc.calendar")
interface CalendarConfig {

    /** First year of a regime whose validity has no beginning. */
    @WithDefault("2000")
    @Range(min = 2000, max = 2099)
    int firstYear();

    /** Number of years after the current one. */
    @WithDefault("5")
    @Range(min = 0, max = 99)
    int yearsAhead();
}
