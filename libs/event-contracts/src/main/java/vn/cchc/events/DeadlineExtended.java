package vn.cchc.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A decision that extends the deadline of some units for a period (gia hạn). From reporting-service. Several can hold
 * for a unit: the latest day counts.
 *
 * @param extension id of the extension
 * @param regime code of the reporting regime
 * @param period code of the period within the regime
 * @param units codes of the units
 * @param originalDeadline last day by the calendar when the extension was recorded
 * @param newDeadline the new last day on which their reports are on time
 * @param revoked whether the extension was revoked, and holds no more
 * @param version rises when the extension is revoked
 */
public record DeadlineExtended(UUID extension, String regime, String period, List<String> units, LocalDate originalDeadline,
        LocalDate newDeadline, boolean revoked, long version) implements Event {

    public static final String TOPIC = "cchc.extensions";

    public DeadlineExtended {
        units = List.copyOf(units);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return extension.toString();
    }
}
