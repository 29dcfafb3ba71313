package vn.cchc.local;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** An OpenID Connect provider with the personas as subjects. It runs in the stack's own process. */
class IdentityProvider implements Component {

    private final int port;
    private MockOAuth2Server server;

    IdentityProvider(int port) {
        this.port = port;
    }

    @Override
    public String name() {
        return "identity provider";
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public synchronized void start() throws IOException {
        server = new MockOAuth2Server(new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(),
                Set.of(new PersonaTokens())));
        server.start(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public CompletableFuture<?> ended() {
        return new CompletableFuture<>();
    }

    @Override
    public String exitMessage() {
        return "ended";
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
        }
    }
}
