package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void withoutAWishEachPartHasItsUsualPort() {
        Ports ports = Ports.from(Map.of());

        assertThat(ports.at(Port.GATEWAY)).isEqualTo("localhost:8080");
        assertThat(ports.at(Port.POSTGRES)).isEqualTo("localhost:15432");
    }

    @Test
    void aVariableMovesItsPart() {
        Ports ports = Ports.from(Map.of("CCHC_KAFKA_PORT", "29092"));

        assertThat(ports.of(Port.KAFKA)).isEqualTo(29092);
    }

    @Test
    void zeroPicksAPortThatIsFree() {
        Ports ports = Ports.from(Map.of("CCHC_KAFKA_PORT", "0", "CCHC_POSTGRES_PORT", "0"));

        assertThat(ports.of(Port.KAFKA)).isPositive().isNotEqualTo(ports.of(Port.POSTGRES));
        ports.requireFree(EnumSet.of(Port.KAFKA, Port.POSTGRES));
    }

    @Test
    void whatIsNoPortIsRefusedWithItsVariable() {
        assertThatThrownBy(() -> Ports.from(Map.of("CCHC_SURVEY_PORT", "70000"))).isInstanceOf(ComponentFailure.class)
                .hasMessage("CCHC_SURVEY_PORT is no port: 70000");
    }

    @Test
    void twoPartsCannotShareAPort() {
        assertThatThrownBy(() -> Ports.from(Map.of("CCHC_SURVEY_PORT", "8080"))).isInstanceOf(ComponentFailure.class)
                .hasMessageStartingWith("two parts are given the same port");
    }

    @Test
    void allTakenPortsAreNamedAtOnce() throws Exception {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0)) {
            Ports ports = Ports.from(Map.of("CCHC_KAFKA_PORT", "" + one.getLocalPort(), "CCHC_GATEWAY_PORT",
                    "" + other.getLocalPort()));

            assertThatThrownBy(() -> ports.requireFree(EnumSet.of(Port.KAFKA, Port.GATEWAY)))
                    .hasMessage(
                            "already in use: port %d of gateway (CCHC_GATEWAY_PORT=…), port %d of Kafka (CCHC_KAFKA_PORT=…); "
                                    .formatted(other.getLocalPort(), one.getLocalPort()) + "nothing was started");
        }
    }
}
