package vn.cchc.rest;

import java.time.Clock;
import java.time.ZoneId;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class ClockProducer {

    /** Legal dates are local dates in this zone. */
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** With milliseconds only, so that a response shows the instant as the database stores it. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(VIETNAM);
    }
}
