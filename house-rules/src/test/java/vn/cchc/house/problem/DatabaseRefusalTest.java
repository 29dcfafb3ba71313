package vn.cchc.house.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRefusalTest {

    @ParameterizedTest
    @ValueSource(strings = { "08006", "25006", "40P01", "53300", "55P03", "57P01", "58030" })
    void whatPassesByItselfIsWorthAnotherTry(String state) {
        assertThat(DatabaseRefusal.of(new IllegalStateException(new SQLException("away", state))))
                .contains(HouseProblem.UNAVAILABLE);
    }

    @Test
    void aDatabaseThatIsLostAtTheCommitIsAwayToo() {
        Exception refused = new Exception("Could not commit transaction.");
        refused.addSuppressed(new Exception(new SQLException("lost", "08006")));

        assertThat(DatabaseRefusal.of(new IllegalStateException(refused))).contains(HouseProblem.UNAVAILABLE);
    }

    @Test
    void aTransactionThatTookTooLongIsWorthAnotherTry() {
        var ended = new IllegalStateException(new RollbackException("The transaction is not active!"));

        assertThat(DatabaseRefusal.of(ended)).contains(HouseProblem.UNAVAILABLE);
        assertThat(DatabaseRefusal.isPassing(ended)).isTrue();
        ended.addSuppressed(new SQLException("null", "23502"));
        assertThat(DatabaseRefusal.of(ended)).isEmpty();
        assertThat(DatabaseRefusal.isPassing(ended)).isFalse();
    }

    @Test
    void aTransactionThatEndedForAFaultOfOursIsOne() {
        var ended = new IllegalStateException(new RollbackException("Could not commit transaction")
                .initCause(new IllegalStateException("a report without a unit")));

        assertThat(DatabaseRefusal.of(ended)).isEmpty();
        assertThat(DatabaseRefusal.isPassing(ended)).isFalse();
    }

    @Test
    void aLostRaceIsAConflictAndTheRestIsOurFault() {
        assertThat(DatabaseRefusal.of(new SQLException("twice", "23505"))).contains(HouseProblem.CONFLICT);
        assertThat(DatabaseRefusal.of(new OptimisticLockException())).contains(HouseProblem.CONFLICT);
        assertThat(DatabaseRefusal.of(new SQLException("null", "23502"))).isEmpty();
        assertThat(DatabaseRefusal.of(new IllegalStateException())).isEmpty();
    }
}
