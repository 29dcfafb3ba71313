package vn.cchc.reporting.reminder;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.outbox.EventSample;

/** The event of a reminder equals the sample, to the byte. */
class ReminderIssuedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        Reminder reminder = new Reminder();
        reminder.id = UUID.fromString("0199e2a4-5c00-7000-8000-000000000005");
        reminder.kind = ReminderKind.DUE;
        reminder.regime = "CCHC";
        reminder.period = "2024H1";
        reminder.unit = "VP";
        reminder.deadline = LocalDate.of(2024, 6, 17);
        reminder.issuedAt = Instant.parse("2024-06-17T01:00:00Z");

        EventSample.requireMatch("reminder-issued", "reporting", reminder.toEvent());
    }
}
