package vn.cchc.rest.caller;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.rest.PeriodicTasks;

/**
 * Fetches the keys of the identity provider again every few seconds. Quarkus does so only for a token whose key it does
 * not know, and would accept a withdrawn key for ever. If the provider cannot be reached, the keys that are known stay
 * valid.
 */
@ApplicationScoped
class KeySetRefresh {

    /** Above quarkus.oidc.token.forced-jwk-refresh-interval. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Quarkus fetches the keys only together with the verification of a token. */
    private static final String NO_TOKEN = "";

    private final TenantConfigBean tenants;

    KeySetRefresh(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(PAUSE, "The keys of the identity provider cannot be fetched", this::refresh);
    }

    private void refresh() {
        TenantConfigContext tenant = tenants.getDefaultTenant();
        if (tenant.ready()) {
            tenant.provider().refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null).onItemOrFailure()
                    .transform((verified, refusal) -> null).await().atMost(PAUSE);
        }
    }
}
