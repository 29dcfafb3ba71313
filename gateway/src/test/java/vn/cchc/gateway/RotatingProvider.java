package vn.cchc.gateway;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An OpenID Connect provider that signs with its newest key and publishes its keys until they are withdrawn. */
public class RotatingProvider implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private final List<KeyPair> keys = new ArrayList<>();
    private String issuer;
    private int firstPublished;

    @Override
    public Map<String, String> start() {
        rotate();
        HttpServer server = vertx.createHttpServer().requestHandler(this::answer).listen(0, "localhost").toCompletionStage()
                .toCompletableFuture().join();
        issuer = "http://localhost:" + server.actualPort();
        return Map.of("quarkus.oidc.auth-server-url", issuer);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RotatingProvider.class));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    synchronized void rotate() {
        keys.add(newKey());
    }

    /** Publishes the newest key alone. */
    synchronized void withdrawOldKeys() {
        firstPublished = keys.size() - 1;
    }

    synchronized String token() {
        return signed(keys.get(keys.size() - 1), "key-" + (keys.size() - 1));
    }

    /** Signed with an unpublished key. */
    String strayToken() {
        return signed(newKey(), "stray");
    }

    private String signed(KeyPair key, String name) {
        return Jwt.issuer(issuer).audience("cchc").subject("viewer").claim("roles", Set.of("viewer")).expiresIn(300).jws()
                .keyId(name).sign(key.getPrivate());
    }

    private void answer(HttpServerRequest request) {
        JsonObject answer = request.path().endsWith("/jwks") ? published()
                : new JsonObject().put("issuer", issuer).put("jwks_uri", issuer + "/jwks");
        request.response().putHeader("Content-Type", "application/json").end(answer.toBuffer());
    }

    private synchronized JsonObject published() {
        JsonArray published = new JsonArray();
        for (int i = firstPublished; i < keys.size(); i++) {
            RSAPublicKey key = (RSAPublicKey) keys.get(i).getPublic();
            published.add(new JsonObject().put("kty", "RSA").put("use", "sig").put("alg", "RS256").put("kid", "key-" + i)
                    .put("n", encoded(key.getModulus().toByteArray()))
                    .put("e", encoded(key.getPublicExponent().toByteArray())));
        }
        return new JsonObject().put("keys", published);
    }

    private static String encoded(byte[] number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
