package vn.cchc.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A reminder of a unit's report (đôn đốc), for systems that pass it on, for example by mail. From reporting-service.
 * Each is issued once.
 *
 * @param reminder id of the reminder
 * @param kind ABOUT_TO_BE_DUE, DUE, LATE or RETURNED
 * @param regime code of the reporting regime
 * @param period code of the period within the regime
 * @param unit code of the unit
 * @param deadline last day on which the report is on time, with extensions
 * @param issuedAt when it was issued
 */
public record ReminderIssued(UUID reminder, String kind, String regime, String period, String unit, LocalDate deadline,
        Instant issuedAt) implements Event {

    public static final String TOPIC = "cchc.reminders";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return regime + '|' + period + '|' + unit;
    }
}
