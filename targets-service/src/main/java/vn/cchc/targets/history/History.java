package vn.cchc.targets.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Lets a reader read what is known, or what was known at an earlier moment, without a difference in its code. */
@ApplicationScoped
public class History {

    // What changes while the past is read must not be seen by half of the statements.
    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read";
    private static final String READ_THE_PAST = """
            select set_config('cchc.as_of', :moment, true), set_config('search_path', 'as_of, public', true)""";

    private final EntityManager database;
    private final PastMoment past;
    private final Clock clock;

    History(EntityManager database, PastMoment past, Clock clock) {
        this.database = database;
        this.past = past;
        this.clock = clock;
    }

    /** @param read gets the day of the moment, which decides what is overdue */
    public <T> T read(AsOf asOf, Function<LocalDate, T> read) {
        return asOf.moment().map(moment -> readAt(moment, read)).orElseGet(() -> read.apply(LocalDate.now(clock)));
    }

    private <T> T readAt(Instant moment, Function<LocalDate, T> read) {
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(clock.instant())) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at("asOf", CommonProblem.INVALID_PARAMETER)));
        }
        QuarkusTransaction.begin();
        try {
            database.createNativeQuery(ONE_SNAPSHOT).executeUpdate();
            database.createNativeQuery(READ_THE_PAST).setParameter("moment", moment.toString()).getSingleResult();
            past.begin();
            return read.apply(LocalDate.ofInstant(moment, clock.getZone()));
        } finally {
            past.end();
            // What the read derived is seen by no other transaction.
            QuarkusTransaction.rollback();
        }
    }
}
