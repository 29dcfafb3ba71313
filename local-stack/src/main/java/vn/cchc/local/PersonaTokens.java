package vn.cchc.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;

import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** The claims of a persona's token. A request for another subject or without the secret is refused. */
class PersonaTokens implements OAuth2TokenCallback {

    static final String ISSUER = "cchc";

    private static final String SECRET = "local";

    private final Map<String, Persona> personas = Persona.everybody();

    @Override
    public String issuerId() {
        return ISSUER;
    }

    @Override
    public String subject(TokenRequest request) {
        return persona(request).sub();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of("cchc");
    }

    /** The parameter {@code claims}, a JSON object, puts any claim in the place of the persona's: for tests, local only. */
    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        Map<String, Object> claims = persona(request).claims();
        List<String> wishes = request.getCustomParameter("claims");
        if (wishes != null) {
            claims.putAll(parsed(wishes.get(0)));
        }
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return Duration.ofHours(8).toSeconds();
    }

    private Persona persona(TokenRequest request) {
        if (request.getClientAuthentication() instanceof PlainClientSecret client
                && client.getClientSecret().getValue().equals(SECRET)
                && personas.containsKey(client.getClientID().getValue())) {
            return personas.get(client.getClientID().getValue());
        }
        throw new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "no persona of this name, or not the secret 'local'");
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new OAuth2Exception(OAuth2Error.INVALID_REQUEST, "claims is no JSON object");
        }
    }
}
