package vn.cchc.local;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens of the personas, and invalid ones that a service must refuse. The provider is the one of
 * {@link LocalStackTestResource}, or the one that the system property {@code cchc.identity.url} names.
 */
public final class Tokens {

    static final String ISSUER = "cchc.identity.url";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    // A token lasts longer than the tests, and to sign one takes longer than most requests.
    private static final Map<String, String> ISSUED = new ConcurrentHashMap<>();
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private Tokens() {
    }

    public static String of(String persona) {
        return with(persona, Map.of());
    }

    /** A viewer's token that expired an hour ago. */
    public static String expired() {
        return endedBefore(3600);
    }

    /** A viewer's token that expired so many seconds ago. */
    public static String endedBefore(long seconds) {
        long now = System.currentTimeMillis() / 1000;
        return with("viewer", Map.of("iat", now - 7200, "nbf", now - 7200, "exp", now - seconds));
    }

    /**
     * A viewer's token that is not valid yet.
     *
     * @param claim {@code nbf} or {@code iat}
     */
    public static String ahead(String claim, long seconds) {
        return with("viewer", Map.of(claim, System.currentTimeMillis() / 1000 + seconds));
    }

    /** A viewer's token for another audience. */
    public static String forAudience(String audience) {
        return with("viewer", Map.of("aud", List.of(audience)));
    }

    /** A persona's token with other or further claims; null removes a claim. */
    public static String with(String persona, Map<String, Object> claims) {
        Map<String, String> form = Map.of("grant_type", "client_credentials", "client_id", persona, "client_secret", "local",
                "scope", "cchc", "claims", json(claims));
        return ISSUED.computeIfAbsent(issuer() + " " + form, once -> issued(persona, form));
    }

    private static String issued(String persona, Map<String, String> form) {
        HttpResponse<String> response = post(form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue(), UTF_8)).collect(joining("&")));
        Matcher token = ACCESS_TOKEN.matcher(response.body());
        if (!token.find()) {
            throw new IllegalArgumentException("no token for " + persona + ": " + response.body());
        }
        return token.group(1);
    }

    private static HttpResponse<String> post(String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String issuer() {
        String issuer = System.getProperty(ISSUER);
        if (issuer == null) {
            throw new IllegalStateException("no identity provider runs: the test needs LocalStackTestResource");
        }
        return issuer;
    }

    // By hand, because this class must not bring a library into the tests of the services.
    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(field -> json(field.getKey()) + ":" + json(field.getValue()))
                    .collect(joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Tokens::json).collect(joining(",", "[", "]"));
        }
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        return String.valueOf(value);
    }
}
