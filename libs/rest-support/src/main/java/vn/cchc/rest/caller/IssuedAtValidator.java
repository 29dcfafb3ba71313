package vn.cchc.rest.caller;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

import io.quarkus.arc.Unremovable;

/** Refuses a token that was issued in the future. Quarkus checks only the start and the end of its validity. */
@ApplicationScoped
@Unremovable
class IssuedAtValidator implements Validator {

    private final Clock clock;
    private final Duration skew;

    IssuedAtValidator(Clock clock, @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") int skewSeconds) {
        this.clock = clock;
        this.skew = Duration.ofSeconds(skewSeconds);
    }

    @Override
    public String validate(JwtContext token) throws MalformedClaimException {
        NumericDate issued = token.getJwtClaims().getIssuedAt();
        boolean past = issued == null || issued.getValueInMillis() <= clock.instant().plus(skew).toEpochMilli();
        return past ? null : "issued in the future";
    }
}
