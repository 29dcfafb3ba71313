package vn.cchc.reporting.timeliness;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TimelinessGrouping", description = "UNIT: by the reporting unit; PARENT: by the unit that stood above it at the end of the period, a unit at the top of the tree for itself; PERIOD: by period; YEAR: by reporting year")
enum Grouping {
    UNIT,
    PARENT,
    PERIOD,
    YEAR
}
