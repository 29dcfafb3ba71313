package vn.cchc.rest.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;

class StartFailureTest {

    @Test
    void invalidValuesAreOneLine() {
        var failure = failure(new ConfigValidationException(new Problem[] {
                new Problem("java.lang.IllegalArgumentException: SRCFG00039: The config property a is\n\tbad"),
                new Problem("b is bad") }));

        assertThat(failure.line()).hasValue("Not started: The config property a is bad; b is bad");
        assertThat(failure.isUnexpected()).isFalse();
    }

    @Test
    void aRefusalOfTheDatabaseNamesItsSetting() {
        var failure = failure(
                new IllegalStateException("many\nlines", new SQLException("FATAL: password authentication failed")));

        assertThat(failure.line()).hasValue("Not started: the database of quarkus.datasource.jdbc.url refused: "
                + "FATAL: password authentication failed");
        assertThat(failure.isUnexpected()).isFalse();
    }

    @Test
    void aMissingSettingAndATakenPortAreExpected() {
        assertThat(failure(new ConfigurationException("a is missing")).line()).hasValue("Not started: a is missing");
        assertThat(failure(new QuarkusBindException("0.0.0.0", 8081, new java.net.BindException())).line())
                .hasValue("Not started: port 8081 is in use");
    }

    @Test
    void anythingElseIsUnexpected() {
        var failure = failure(new NullPointerException("no such thing"));

        assertThat(failure.isUnexpected()).isTrue();
        assertThat(failure.line()).hasValue("Not started: java.lang.NullPointerException: no such thing");
    }

    @Test
    void theEndOfAMigrationIsNoFailure() {
        var end = failure(new PreventFurtherStepsException("Exiting", 0));

        assertThat(end.line()).isEmpty();
        assertThat(end.isUnexpected()).isFalse();
    }

    /** As Quarkus wraps it. */
    private static StartFailure failure(Throwable cause) {
        return new StartFailure(new ExceptionInInitializerError(new RuntimeException("Failed to start quarkus", cause)));
    }
}
