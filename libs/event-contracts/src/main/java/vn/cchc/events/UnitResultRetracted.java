package vn.cchc.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An accepted figure does not count any more: an accepted correction of its report leaves it out. From reporting-service.
 *
 * @param indicator code of the indicator
 * @param regime code of the reporting regime
 * @param periodCode code of the period within the regime; in JSON {@code period}
 * @param unit code of the unit
 * @param report id of the report
 * @param reportVersion version of the report that no longer holds the figure
 * @param reason why, in words
 * @param retractedBy subject of the token
 * @param retractedAt when the figure was retracted
 */
public record UnitResultRetracted(String indicator, String regime, @JsonProperty("period") String periodCode, String unit,
        UUID report, int reportVersion, String reason, String retractedBy, Instant retractedAt) implements UnitResultEvent {
}
