package vn.cchc.messaging.outbox;

import java.time.Duration;

/** The pause after a failure. It doubles with each further failure, up to a ceiling. */
record BackOff(Duration pause, Duration ceiling) {

    BackOff {
        if (pause.compareTo(ceiling) > 0) {
            throw new IllegalArgumentException("the first pause, " + pause + ", is above the ceiling, " + ceiling);
        }
    }

    BackOff longer() {
        Duration twice = pause.multipliedBy(2);
        return new BackOff(twice.compareTo(ceiling) < 0 ? twice : ceiling, ceiling);
    }
}
