package vn.cchc.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private final ClientAddress addresses = new ClientAddress(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "203.0.113.9 | 1.1.1.1 | 203.0.113.9", "10.1.1.1 | 1.1.1.1 | 1.1.1.1",
            "10.1.1.1 | 2.2.2.2, 1.1.1.1, 10.3.3.3 | 1.1.1.1", "10.1.1.1 | 10.2.2.2, 192.0.2.1 | 10.2.2.2",
            "10.1.1.1 | 1.1.1.1, unknown | 10.1.1.1", "10.1.1.1 | '' | 10.1.1.1", "192.0.2.2 | 1.1.1.1 | 192.0.2.2",
            "fd00::1 | 1.1.1.1 | 1.1.1.1" })
    void onlyTrustedProxiesMayNameAnAddress(String peer, String forwarded, String address) {
        assertThat(addresses.of(peer, List.of(forwarded))).isEqualTo(address);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(addresses.of("10.1.1.1", List.of("2.2.2.2", "1.1.1.1"))).isEqualTo("1.1.1.1");
        assertThat(addresses.of("10.1.1.1", List.of())).isEqualTo("10.1.1.1");
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        assertThat(addresses.of("2001:db8:1:2:3::4", List.of())).isEqualTo(addresses.of("2001:db8:1:2:9::9", List.of()))
                .isNotEqualTo(addresses.of("2001:db8:1:3::4", List.of()));
    }

    @Test
    void anInvalidAddressIsNotTrusted() {
        assertThatThrownBy(() -> new ClientAddress(List.of("proxy.example"))).isInstanceOf(IllegalArgumentException.class);
    }
}
