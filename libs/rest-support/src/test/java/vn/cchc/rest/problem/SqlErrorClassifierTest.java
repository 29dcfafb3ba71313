package vn.cchc.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlErrorClassifierTest {

    @ParameterizedTest
    @ValueSource(strings = { "08006", "25006", "40P01", "53300", "55P03", "57P01", "58030" })
    void whatPassesByItselfIsWorthAnotherTry(String state) {
        assertThat(SqlErrorClassifier.of(new IllegalStateException(new SQLException("away", state))))
                .contains(CommonProblem.UNAVAILABLE);
    }

    @Test
    void aDatabaseThatIsLostAtTheCommitIsAwayToo() {
        Exception refused = new Exception("Could not commit transaction.");
        refused.addSuppressed(new Exception(new SQLException("lost", "08006")));

        assertThat(SqlErrorClassifier.of(new IllegalStateException(refused))).contains(CommonProblem.UNAVAILABLE);
    }

    @Test
    void aTransactionThatTookTooLongIsWorthAnotherTry() {
        var ended = new IllegalStateException(new RollbackException("The transaction is not active!"));

        assertThat(SqlErrorClassifier.of(ended)).contains(CommonProblem.UNAVAILABLE);
        assertThat(SqlErrorClassifier.isPassing(ended)).isTrue();
        ended.addSuppressed(new SQLException("null", "23502"));
        assertThat(SqlErrorClassifier.of(ended)).isEmpty();
        assertThat(SqlErrorClassifier.isPassing(ended)).isFalse();
    }

    @Test
    void aTransactionThatEndedForAFaultOfOursIsOne() {
        var ended = new IllegalStateException(new RollbackException("Could not commit transaction")
                .initCause(new IllegalStateException("a report without a unit")));

        assertThat(SqlErrorClassifier.of(ended)).isEmpty();
        assertThat(SqlErrorClassifier.isPassing(ended)).isFalse();
    }

    @Test
    void aLostRaceIsAConflictAndTheRestIsOurFault() {
        assertThat(SqlErrorClassifier.of(new SQLException("twice", "23505"))).contains(CommonProblem.CONFLICT);
        assertThat(SqlErrorClassifier.of(new OptimisticLockException())).contains(CommonProblem.CONFLICT);
        assertThat(SqlErrorClassifier.of(new SQLException("null", "23502"))).isEmpty();
        assertThat(SqlErrorClassifier.of(new IllegalStateException())).isEmpty();
    }
}
