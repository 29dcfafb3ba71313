package vn.cchc.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import vn.cchc.gateway.GatewayConfig.Rate;

/** A quota of each caller that refills evenly, described as in draft-ietf-httpapi-ratelimit-headers. */
final class RateLimitPolicy {

    private static final int MAXIMUM_BUCKETS = 100_000;

    private final String name;
    private final String description;
    private final LoadingCache<String, Bucket> buckets;

    RateLimitPolicy(String name, Rate rate) {
        this.name = name;
        this.description = "\"%s\";q=%d;w=%d".formatted(name, rate.quota(), rate.window().toSeconds());
        // After a window without requests a bucket is full again, like a new one.
        this.buckets = Caffeine.newBuilder().maximumSize(MAXIMUM_BUCKETS).expireAfterAccess(rate.window())
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(rate.quota()).refillGreedy(rate.quota(), rate.window())).build());
    }

    ConsumptionProbe tryConsume(String caller) {
        return buckets.get(caller).tryConsumeAndReturnRemaining(1);
    }

    String description() {
        return description;
    }

    String state(ConsumptionProbe left) {
        return '"' + name + "\";r=" + left.getRemainingTokens() + ";t=" + seconds(left.getNanosToWaitForReset());
    }

    static String secondsUntilNext(ConsumptionProbe left) {
        return String.valueOf(seconds(left.getNanosToWaitForRefill()));
    }

    private static long seconds(long nanos) {
        return 1 + Math.max(0, nanos - 1) / 1_000_000_000;
    }
}
