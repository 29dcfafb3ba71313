package vn.cchc.rest.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class SettingsCheckTest {

    private static final Map<String, String> PRODUCTION = Map.of("quarkus.oidc.auth-server-url",
            "https://identity.example/realms/cchc",
            "quarkus.datasource.db-kind", "postgresql", "quarkus.flyway.migrate-at-start", "true",
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://one:5432,[fd00::2]/targets?sslmode=verify-full",
            "quarkus.datasource.username", "targets", "quarkus.datasource.password", "s3cret",
            "quarkus.flyway.username", "targets_owner", "quarkus.flyway.password", "s3cret",
            "kafka.bootstrap.servers", "kafka-0:9093, kafka-1:9093", "kafka.security.protocol", "SSL");

    private final Map<String, String> settings = new HashMap<>(PRODUCTION);
    private final Map<String, String> environment = new HashMap<>();
    private String profile = "prod";

    @Test
    void completeSettingsStartInProduction() {
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "quarkus.oidc.auth-server-url", "quarkus.datasource.jdbc.url", "quarkus.datasource.username",
            "quarkus.datasource.password", "quarkus.flyway.username", "quarkus.flyway.password", "kafka.bootstrap.servers" })
    void aMissingSettingIsNamed(String name) {
        settings.remove(name);

        assertThat(problems()).containsExactly(name + " is missing");
    }

    @Test
    void anEmptySettingIsMissing() {
        settings.put("quarkus.datasource.password", " ");

        assertThat(problems()).containsExactly("quarkus.datasource.password is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quarkus.oidc.auth-server-url | identity.example/realms/cchc
            quarkus.oidc.auth-server-url | ftp://identity.example
            quarkus.oidc.auth-server-url | https:///realms/cchc
            quarkus.datasource.jdbc.url  | jdbc:mysql://one/targets
            quarkus.datasource.jdbc.url  | jdbc:postgresql://one:port/targets
            quarkus.datasource.jdbc.url  | jdbc:postgresql://one
            kafka.bootstrap.servers      | kafka
            kafka.bootstrap.servers      | kafka:9093;kafka:9094
            kafka.security.protocol      | TLS""")
    void aMalformedSettingIsNamed(String name, String value) {
        settings.put(name, value);
        profile = "local";

        assertThat(problems()).singleElement().asString().startsWith(name + " is \"" + value + "\", not ");
    }

    @Test
    void theSecretsOfAMalformedUrlAreNotShown() {
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://one:x/targets?user=u&password=s3cret");

        assertThat(problems()).singleElement().asString().doesNotContain("s3cret").contains("password=…");
    }

    @Test
    void aCertificateReplacesThePasswords() {
        settings.keySet().removeAll(List.of("quarkus.datasource.password", "quarkus.flyway.password"));
        settings.merge("quarkus.datasource.jdbc.url", "&sslkey=/etc/cchc/key.p12", String::concat);

        assertThat(problems()).isEmpty();
    }

    @Test
    void aMigrationNeedsNeitherKafkaNorTheRoleThatServes() {
        settings.put("quarkus.init-and-exit", "true");
        settings.keySet().removeIf(name -> name.startsWith("kafka.") || name.equals("quarkus.datasource.password"));

        assertThat(problems()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotMigrateNeedsNoOwner() {
        settings.put("quarkus.flyway.migrate-at-start", "false");
        settings.keySet().removeIf(name -> name.startsWith("quarkus.flyway."));

        assertThat(problems()).isEmpty();
    }

    @Test
    void aMissingTrustStoreIsNamed(@TempDir Path folder) {
        settings.put("kafka.ssl.truststore.location", folder.resolve("ca.crt").toString());

        assertThat(problems()).singleElement().asString().startsWith("kafka.ssl.truststore.location is ")
                .endsWith("cannot be read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quarkus.datasource.password  | local
            quarkus.flyway.password      | local
            quarkus.datasource.jdbc.url  | jdbc:postgresql://one/targets?user=targets&password=local
            quarkus.oidc.auth-server-url | https://localhost:8089/cchc
            quarkus.oidc.auth-server-url | http://127.0.0.1:8089/cchc
            quarkus.oidc.auth-server-url | https://[::1]/cchc
            quarkus.oidc.auth-server-url | http://identity.example/realms/cchc
            quarkus.oidc.token.issuer    | http://identity.example/realms/cchc
            kafka.security.protocol      | PLAINTEXT
            kafka.security.protocol      | SASL_PLAINTEXT
            kafka.security.protocol      | ''""")
    void onlyProductionRefusesDevelopmentSettings(String name, String value) {
        settings.put(name, value);

        assertThat(problems()).singleElement().asString().startsWith(name + " ").endsWith("(profile prod)");
        profile = "local";
        assertThat(problems()).isEmpty();
    }

    @Test
    void theOperatorCanAcceptPlainConnections() {
        settings.put("quarkus.oidc.auth-server-url", "http://identity.example/realms/cchc");
        settings.put("kafka.security.protocol", "PLAINTEXT");

        assertThat(problems(new Exceptions(true, true))).isEmpty();
        assertThat(problems(new Exceptions(true, false))).singleElement().asString()
                .contains("cchc.production.allow-plain-kafka=true");
        assertThat(problems(new Exceptions(false, true))).singleElement().asString()
                .contains("cchc.production.allow-plain-issuer=true");
    }

    @Test
    void nobodyAcceptsALoopbackAddress() {
        settings.put("quarkus.oidc.auth-server-url", "http://localhost:8089/cchc");

        assertThat(problems(new Exceptions(true, true))).hasSize(1);
    }

    @Test
    void misspeltNamesAreNamed() {
        settings.put("cchc.relay.poll-intervall", "1s");
        settings.put("%prod.cchc.relay.batch", "1");
        environment.put("CCHC_GATEWAY_CONECT_TIMEOUT", "1s");

        assertThat(unknown()).containsExactly("CCHC_GATEWAY_CONECT_TIMEOUT is not a setting",
                "cchc.relay.batch is not a setting",
                "cchc.relay.poll-intervall is not a setting");
    }

    @Test
    void theNamesOfAllComponentsAreKnown() {
        settings.putAll(Map.of("cchc.gateway.services.targets.url", "http://targets", "%test.cchc.exports.max-seconds", "1",
                "cchc.gateway.services.survey.response-timeouts.\"/api/v1/audit\"", "1s", "cchc.plans.shipped[0]", "PLAN-1"));
        environment.putAll(Map.of("CCHC_SCOREBOARD_PUBLIC", "true", "CCHC_GATEWAY_SERVICES_TARGETS_URL", "http://targets"));

        assertThat(unknown()).isEmpty();
    }

    private List<String> problems() {
        return problems(new Exceptions(false, false));
    }

    private List<String> problems(ProductionConfig exceptions) {
        return SettingsCheck.problems(config(), exceptions);
    }

    private List<String> unknown() {
        return new KnownSettings().unknown(config()).toList();
    }

    private SmallRyeConfig config() {
        return new SmallRyeConfigBuilder().withProfile(profile).withSources(new EnvConfigSource(environment, 300),
                new PropertiesConfigSource(settings, "operator", 100)).build();
    }

    record Exceptions(boolean allowPlainIssuer, boolean allowPlainKafka) implements ProductionConfig {
    }
}
