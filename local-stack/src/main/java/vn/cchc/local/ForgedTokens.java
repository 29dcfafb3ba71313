package vn.cchc.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that say what a viewer's says and that the provider has not signed. */
public final class ForgedTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private ForgedTokens() {
    }

    /** By how each was made. */
    public static Map<String, String> all() {
        try {
            Map<String, String> forged = new TreeMap<>();
            forged.put("no signature", claims("{\"alg\":\"none\",\"typ\":\"JWT\"}") + ".");
            forged.put("a signature by a stranger's key of the same name", signedByAStranger());
            forged.put("the public key as a shared secret", signedWith("HmacSHA256", publicKey()));
            return forged;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedByAStranger() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        String claims = claims("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + in("kid", keys()) + "\"}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(claims.getBytes(US_ASCII));
        return claims + "." + BASE64.encodeToString(signature.sign());
    }

    private static String signedWith(String algorithm, byte[] secret) throws GeneralSecurityException {
        String claims = claims("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + in("kid", keys()) + "\"}");
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret, algorithm));
        return claims + "." + BASE64.encodeToString(mac.doFinal(claims.getBytes(US_ASCII)));
    }

    /** As people write it down, which is what a careless check would take for the secret. */
    private static byte[] publicKey() throws GeneralSecurityException {
        RSAPublicKeySpec key = new RSAPublicKeySpec(number("n"), number("e"));
        String encoded = Base64.getMimeEncoder(64, new byte[] { '\n' })
                .encodeToString(KeyFactory.getInstance("RSA").generatePublic(key).getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n").getBytes(US_ASCII);
    }

    private static BigInteger number(String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(in(name, keys())));
    }

    private static String claims(String header) {
        return BASE64.encodeToString(header.getBytes(UTF_8)) + "." + Tokens.of("viewer").split("\\.")[1];
    }

    private static String in(String name, String json) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalArgumentException("no " + name + " in " + json);
        }
        return value.group(1);
    }

    private static String keys() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Tokens.issuer() + "/jwks")).build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
