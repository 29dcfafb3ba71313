package vn.cchc.rest;

import java.time.Clock;
import java.time.ZoneId;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class ClockProducer {

    /** Legal dates are local dates of this zone. */
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** To the millisecond, so that what a reply says is what the database keeps. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(VIETNAM);
    }
}
