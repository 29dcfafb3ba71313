package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.events.IndicatorDefined.Milestone;
import vn.cchc.events.delivery.Outbox;

/** TCCB reports one counted and one qualitative indicator; nobody else reports anything. */
@ApplicationScoped
@Unremovable
class KnownIndicators {

    private static final IndicatorDefined COUNTED = new IndicatorDefined("CT90", 1, "Đếm được", "Counted", "RATIO", "FLOW",
            "AT_LEAST", "a", "b", List.of(new Milestone(2025, new BigDecimal("80"))),
            List.of(new Assignment("TCCB", true, null, null)), 1);
    private static final IndicatorDefined RATED = new IndicatorDefined("CT91", 1, "Định tính", "Qualitative", "QUALITATIVE",
            null, null, null, null, List.of(new Milestone(2025, null)), List.of(new Assignment("TCCB", true, null, null)), 1);
    private static final IndicatorDefined PAST = new IndicatorDefined("CT92", 1, "Đã thôi", "No longer", "RATIO", "FLOW",
            "AT_LEAST", "a", "b", List.of(), List.of(new Assignment("TCCB", true, null, LocalDate.of(2010, 1, 1))), 1);

    private final Outbox outbox;
    private final EntityManager database;

    KnownIndicators(Outbox outbox, EntityManager database) {
        this.outbox = outbox;
        this.database = database;
    }

    /** They come in the way they always come: as events, over Kafka. */
    void haveArrived() {
        if (count() < 3) {
            QuarkusTransaction.requiringNew().run(() -> Stream.of(COUNTED, RATED, PAST).forEach(outbox::add));
            await().atMost(20, SECONDS).until(() -> count() >= 3);
        }
    }

    long count() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery("select count(*) from Indicator", Long.class).getSingleResult());
    }
}
