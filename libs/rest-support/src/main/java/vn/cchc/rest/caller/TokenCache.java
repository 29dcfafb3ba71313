package vn.cchc.rest.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Keeps the identity of a verified token for a few seconds, and not beyond the token's expiry: verifying and parsing the same
 * token again would take longer than the rest of a short request. The keys of the identity provider are fetched again as often
 * ({@link KeySetRefresh}), so a token signed with a withdrawn key is refused within ten seconds.
 */
@ApplicationScoped
public class TokenCache implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    static final Duration MAX_AGE = Duration.ofSeconds(4);
    private static final int MAX_TOKENS = 2_000;
    /** Marks an identity of this cache: it must not be kept again, or a token in use would never be verified again. */
    private static final String KEPT = TokenCache.class.getName();

    private final Cache<ByteBuffer, SecurityIdentity> identities;
    private final Clock clock;

    TokenCache(Clock clock) {
        this.clock = clock;
        this.identities = Caffeine.newBuilder().maximumSize(MAX_TOKENS)
                .expireAfter(Expiry.<ByteBuffer, SecurityIdentity> creating((token, identity) -> age(identity))).build();
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the provider that verifies tokens, which is asked if the result is null. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    /** The token, parsed, if it was verified a moment ago. */
    public Optional<JsonWebToken> find(String token) {
        return Optional.ofNullable(identities.getIfPresent(key(token))).map(identity -> (JsonWebToken) identity.getPrincipal());
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identities.getIfPresent(key(request.getToken().getToken())));
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        if (token != null && identity.getPrincipal() instanceof JsonWebToken && identity.getAttribute(KEPT) == null) {
            identities.put(key(token.getToken()), withoutRequest(identity));
        }
        return Uni.createFrom().item(identity);
    }

    /** Its attributes refer to the request that it was verified for. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal()).addRoles(identity.getRoles())
                .addCredentials(Set.copyOf(identity.getCredentials())).addAttribute(KEPT, true).build();
    }

    private Duration age(SecurityIdentity identity) {
        Instant expiry = Instant.ofEpochSecond(((JsonWebToken) identity.getPrincipal()).getExpirationTime());
        Duration left = Duration.between(clock.instant(), expiry);
        return left.compareTo(MAX_AGE) > 0 ? MAX_AGE : left;
    }

    private static ByteBuffer key(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
