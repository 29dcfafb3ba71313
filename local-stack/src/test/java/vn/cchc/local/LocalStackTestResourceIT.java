package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

class LocalStackTestResourceIT {

    private static Map<String, String> targets;

    @BeforeAll
    static void start() {
        targets = configurationFor("targets");
    }

    @Test
    void allResourcesOfAJvmShareOneStack() {
        Map<String, String> survey = configurationFor("survey");

        assertThat(survey).containsEntry("kafka.bootstrap.servers", targets.get("kafka.bootstrap.servers"))
                .containsEntry("quarkus.datasource.username", "survey");
    }

    @Test
    void aTokenHasSubjectRolesAndUnit() throws Exception {
        JWTClaimsSet claims = claims(Tokens.of("vp-head"));

        assertThat(claims.getIssuer()).isEqualTo(targets.get("quarkus.oidc.auth-server-url"));
        assertThat(claims.getSubject()).isEqualTo("vp-head");
        assertThat(claims.getAudience()).containsExactly("cchc");
        assertThat(claims.getClaims()).containsEntry("client_id", "vp-head").containsEntry("unit", "VP")
                .containsEntry("roles", List.of("viewer", "reporter", "unit-head"));
        assertThat(claims.getExpirationTime()).isAfter(Instant.now().plus(Duration.ofHours(7)));
    }

    @Test
    void whoHasNoUnitHasNoClaimOfIt() throws Exception {
        assertThat(claims(Tokens.of("viewer")).getClaims()).doesNotContainKeys("unit", "units");
        assertThat(claims(Tokens.of("one-stop-system")).getClaims()).containsEntry("units", List.of("VP"))
                .doesNotContainKey("unit");
    }

    @Test
    void aTestMayAskForOddTokens() throws Exception {
        JWTClaimsSet odd = claims(Tokens.with("admin", Map.of("roles", List.of(), "unit", "a \"quoted\" one")));

        assertThat(odd.getClaims()).containsEntry("roles", List.of()).containsEntry("unit", "a \"quoted\" one");
        assertThat(claims(Tokens.expired()).getExpirationTime()).isBefore(Instant.now());
        assertThat(claims(Tokens.forAudience("elsewhere")).getAudience()).containsExactly("elsewhere");
    }

    @Test
    void whoIsNoPersonaGetsNoToken() {
        assertThatThrownBy(() -> Tokens.of("nobody")).hasMessageContaining("invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = { "targets", "reporting", "survey" })
    void theApplicationWorksWithRowsOfTablesThatOnlyItsOwnerMakes(String database) throws Exception {
        Map<String, String> configuration = configurationFor(database);

        execute(configuration, "quarkus.flyway.username", "create table example (id int)");
        execute(configuration, "quarkus.datasource.username", "insert into example values (1)");

        assertThatThrownBy(() -> execute(configuration, "quarkus.datasource.username", "create table mine (id int)"))
                .isInstanceOf(SQLException.class).hasMessageContaining("permission denied for schema public");
        assertThatThrownBy(() -> execute(configuration, "quarkus.datasource.username", "drop table example"))
                .isInstanceOf(SQLException.class).hasMessageContaining("must be owner");
    }

    @Test
    void noServiceReachesAnothersDatabase() {
        Map<String, String> stranger = Map.of("quarkus.datasource.jdbc.url", targets.get("quarkus.datasource.jdbc.url"),
                "user", "survey", "quarkus.datasource.password", targets.get("quarkus.datasource.password"));

        assertThatThrownBy(() -> execute(stranger, "user", "select 1")).hasMessageContaining("permission denied for database");
    }

    private static Map<String, String> configurationFor(String database) {
        LocalStackTestResource resource = new LocalStackTestResource();
        resource.init(Map.of("database", database));
        return resource.start();
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private static void execute(Map<String, String> configuration, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(configuration.get("quarkus.datasource.jdbc.url"),
                configuration.get(user), configuration.get("quarkus.datasource.password"))) {
            connection.createStatement().execute(sql);
        }
    }
}
