package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void theLocalProviderIssuesTheTokensByDefault() throws IOException {
        Settings settings = Settings.of(List.of(), Map.of("CCHC_IDENTITY_PORT", "18089"));

        assertThat(settings.issuer()).isEqualTo("http://localhost:18089/cchc");
        assertThat(settings.taken()).contains(Port.IDENTITY);
    }

    @Test
    void aProviderElsewhereTakesItsPlaceAndItsPortStaysFree() throws IOException {
        Settings settings = Settings.of(List.of(), Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", "https://identity.example/realms/x"));

        assertThat(settings.issuer()).isEqualTo("https://identity.example/realms/x");
        assertThat(settings.taken()).doesNotContain(Port.IDENTITY).hasSize(Port.values().length - 1);
    }

    @Test
    void theIdentityProviderAloneTakesNoOtherPort() throws IOException {
        Settings settings = Settings.of(List.of("identity"), Map.of("CCHC_HOME", "elsewhere"));

        assertThat(settings.taken()).containsOnly(Port.IDENTITY);
        assertThat(settings.ephemeral()).isFalse();
    }
}
