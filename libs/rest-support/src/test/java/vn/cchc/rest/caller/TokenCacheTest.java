package vn.cchc.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;

import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

class TokenCacheTest {

    private static final AccessTokenCredential TOKEN = new AccessTokenCredential("header.claims.signature");

    private final TokenCache cache = new TokenCache(Clock.systemUTC());

    @Test
    void theIdentityOfAVerifiedTokenIsKeptWithItsRolesAndWithoutTheRequest() {
        cache.augment(verified(60), null).await().indefinitely();

        SecurityIdentity kept = kept();

        assertThat(kept.getRoles()).containsExactly(Role.VIEWER);
        assertThat(kept.<Object> getAttribute("request")).isNull();
        assertThat(cache.find(TOKEN.getToken()).map(JsonWebToken::getSubject)).contains("someone");
        assertThat(cache.find("another.token.signature")).isEmpty();
    }

    @Test
    void aTokenThatHasExpiredIsNotKept() {
        cache.augment(verified(-1), null).await().indefinitely();

        assertThat(cache.find(TOKEN.getToken())).isEmpty();
    }

    /** Otherwise a token that is used at the moment at which it is to be verified again would be kept once more. */
    @Test
    void anIdentityThatWasKeptIsNotKeptAgain() {
        cache.augment(verified(60), null).await().indefinitely();
        TokenCache later = new TokenCache(Clock.systemUTC());

        later.augment(kept(), null).await().indefinitely();

        assertThat(later.find(TOKEN.getToken())).isEmpty();
    }

    private SecurityIdentity kept() {
        return cache.authenticate(new TokenAuthenticationRequest(TOKEN), null).await().indefinitely();
    }

    private static SecurityIdentity verified(int secondsLeft) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("someone");
        claims.setClaim(Claims.raw_token.name(), TOKEN.getToken());
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + secondsLeft));
        return QuarkusSecurityIdentity.builder().setPrincipal(new DefaultJWTCallerPrincipal(claims)).addRole(Role.VIEWER)
                .addCredential(TOKEN).addAttribute("request", "of somebody").build();
    }
}
