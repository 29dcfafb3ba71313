package vn.cchc.rest.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.rest.database.SqlErrorClassifier.SqlError;

class SqlErrorClassifierTest {

    @ParameterizedTest
    @ValueSource(strings = { "08006", "25006", "40P01", "53300", "55P03", "57P01", "58030" })
    void anUnavailableDatabaseIsTransient(String state) {
        assertThat(SqlErrorClassifier.classify(new IllegalStateException(new SQLException("away", state))))
                .contains(SqlError.TRANSIENT);
    }

    @Test
    void aConnectionLostAtCommitIsTransient() {
        Exception refused = new Exception("Could not commit transaction.");
        refused.addSuppressed(new Exception(new SQLException("lost", "08006")));

        assertThat(SqlErrorClassifier.classify(new IllegalStateException(refused))).contains(SqlError.TRANSIENT);
    }

    @Test
    void aTransactionTimeoutIsTransient() {
        var ended = new IllegalStateException(new RollbackException("The transaction is not active!"));

        assertThat(SqlErrorClassifier.isTransient(ended)).isTrue();
        ended.addSuppressed(new SQLException("null", "23502"));
        assertThat(SqlErrorClassifier.classify(ended)).isEmpty();
        assertThat(SqlErrorClassifier.isTransient(ended)).isFalse();
    }

    @Test
    void aRollbackForAnotherReasonIsNotClassified() {
        var ended = new IllegalStateException(new RollbackException("Could not commit transaction")
                .initCause(new IllegalStateException("a report without a unit")));

        assertThat(SqlErrorClassifier.classify(ended)).isEmpty();
        assertThat(SqlErrorClassifier.isTransient(ended)).isFalse();
    }

    @Test
    void aConcurrentWriteIsAConflict() {
        assertThat(SqlErrorClassifier.classify(new SQLException("twice", "23505"))).contains(SqlError.CONFLICT);
        assertThat(SqlErrorClassifier.classify(new OptimisticLockException())).contains(SqlError.CONFLICT);
    }

    @Test
    void anyOtherFailureIsNotClassified() {
        assertThat(SqlErrorClassifier.classify(new SQLException("null", "23502"))).isEmpty();
        assertThat(SqlErrorClassifier.classify(new IllegalStateException())).isEmpty();
    }
}
