package vn.cchc.system.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A packaged component with a wrong setting ends with one line that names it. */
class SettingsIT {

    private static final Map<String, String> COMPLETE = Map.of("QUARKUS_OIDC_AUTH_SERVER_URL",
            "https://identity.example/realms/cchc",
            "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:1/none", "QUARKUS_DATASOURCE_USERNAME", "none",
            "QUARKUS_DATASOURCE_PASSWORD", "s3cret", "QUARKUS_FLYWAY_USERNAME", "none", "QUARKUS_FLYWAY_PASSWORD", "s3cret",
            "QUARKUS_FLYWAY_CONNECT_RETRIES", "0", "KAFKA_BOOTSTRAP_SERVERS", "localhost:1", "KAFKA_SECURITY_PROTOCOL", "SSL");

    private final Map<String, String> settings = new HashMap<>(COMPLETE);

    @BeforeEach
    void theSurveyPageHasAPublicAddress() {
        settings.put("CCHC_SURVEY_PUBLIC_URL", "https://cchc.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gateway           | QUARKUS_OIDC_AUTH_SERVER_URL      | http://localhost:8089/cchc | a loopback address (profile prod)
            gateway           | CCHC_GATEWAY_CONNECT_TIMEOUT      | -2s                        | cchc.gateway.connect-timeout
            gateway           | CCHC_GATEWAY_SERVICES_TARGETS_URL | targets-service:8081       | cchc.gateway.services.targets.url
            gateway           | CCHC_GATEWAY_CONECT_TIMEOUT       | 2s                         | CCHC_GATEWAY_CONECT_TIMEOUT is not a setting
            survey-service    | CCHC_SURVEY_PUBLIC_URL            | http://localhost:8080      | cchc.survey.public-url is http://localhost:8080, a loopback address (profile prod)
            targets-service   | CCHC_HTTP_MAX_BODY_SIZE           | large                      | cchc.http.max-body-size
            reporting-service | CCHC_CALENDAR_YEARS_AHEAD         | 100                        | must be between 0 and 99
            survey-service    | CCHC_INBOX_RETENTION              | 59m                        | must be at least one hour
            reporting-service | QUARKUS_DATASOURCE_PASSWORD       | local                      | quarkus.datasource.password is the local stack's""")
    void aWrongSettingIsNamed(String component, String variable, String value, String named) throws Exception {
        settings.put(variable, value);

        assertThat(refusal(component)).contains(named);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamed() throws Exception {
        // Nor can the identity provider be reached, of which Quarkus tells more than one line, and goes on.
        settings.put("QUARKUS_OIDC_TENANT_ENABLED", "false");

        assertThat(refusal("survey-service"))
                .startsWith(
                        "Not started: the database of quarkus.datasource.jdbc.url refused: Connection to localhost:1 refused");
    }

    @Test
    void allMissingSettingsAreNamedAtOnce() throws Exception {
        settings.clear();

        assertThat(refusal("targets-service")).isEqualTo("Not started: quarkus.oidc.auth-server-url is missing; "
                + "quarkus.datasource.jdbc.url is missing; quarkus.datasource.username is missing; quarkus.flyway.username is missing; "
                + "quarkus.flyway.password is missing; quarkus.datasource.password is missing; kafka.bootstrap.servers is missing; "
                + "kafka.security.protocol is PLAINTEXT, which has no TLS; cchc.production.allow-plain-kafka=true accepts it "
                + "(profile prod)");
    }

    /** The only line of the component's own; a stack trace would be more. */
    private String refusal(String component) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
                "../" + component + "/target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|CCHC|KAFKA|JAVA)_.*"));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(settings);

        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output).doesNotContain("\tat ", "s3cret");
        List<String> lines = output.lines().filter(line -> line.startsWith("Not started: ")).toList();
        assertThat(lines).as(output).hasSize(1);
        return lines.get(0);
    }
}
