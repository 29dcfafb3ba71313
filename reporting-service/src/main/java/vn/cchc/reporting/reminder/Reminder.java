package vn.cchc.reporting.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import vn.cchc.events.ReminderIssued;

/** A reminder that was issued to a unit. It is never changed. */
@Entity
@Immutable
class Reminder {

    @Id
    UUID id;
    @Enumerated(EnumType.STRING)
    ReminderKind kind;
    String regime;
    String period;
    String unit;
    LocalDate deadline;
    Instant issuedAt;

    protected Reminder() {
    }

    ReminderIssued toEvent() {
        return new ReminderIssued(id, kind.name(), regime, period, unit, deadline, issuedAt);
    }
}
