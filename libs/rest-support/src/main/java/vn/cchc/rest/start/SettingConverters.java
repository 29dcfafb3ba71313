package vn.cchc.rest.start;

import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;

import org.eclipse.microprofile.config.spi.Converter;

import io.quarkus.runtime.configuration.DurationConverter;

/**
 * Read a setting and refuse a value out of range. Settings carry no constraints of Bean Validation: with a single one,
 * Quarkus reads at each start the constraints of all its own settings too, which takes a sixth of the start.
 */
// MicroProfile makes every converter serializable.
@SuppressWarnings("serial")
public final class SettingConverters {

    private SettingConverters() {
    }

    /** @param requirement what a value has to be, such as "must be positive" */
    public static <T> T require(T value, Predicate<T> valid, String requirement) {
        if (value != null && !valid.test(value)) {
            throw new IllegalArgumentException(requirement);
        }
        return value;
    }

    public static class PositiveDuration implements Converter<Duration> {

        @Override
        public Duration convert(String text) {
            return require(DurationConverter.parseDuration(text), value -> value.toMillis() > 0,
                    "must be at least one millisecond");
        }
    }

    public static class NonNegativeDuration implements Converter<Duration> {

        @Override
        public Duration convert(String text) {
            return require(DurationConverter.parseDuration(text), value -> !value.isNegative(), "must not be negative");
        }
    }

    public static class AnHourOrMore implements Converter<Duration> {

        @Override
        public Duration convert(String text) {
            return require(DurationConverter.parseDuration(text), value -> value.toHours() > 0, "must be at least one hour");
        }
    }

    public static class PositiveInteger implements Converter<Integer> {

        @Override
        public Integer convert(String text) {
            return require(Integer.valueOf(text.strip()), value -> value > 0, "must be positive");
        }
    }

    /** A subclass for each range, because an annotation names a converter by its class only. */
    public abstract static class IntegerRange implements Converter<Integer> {

        private final int min;
        private final int max;

        protected IntegerRange(int min, int max) {
            this.min = min;
            this.max = max;
        }

        @Override
        public Integer convert(String text) {
            return require(Integer.valueOf(text.strip()), value -> value >= min && value <= max,
                    "must be between %d and %d".formatted(min, max));
        }
    }

    /** The address of another component: a scheme, a host and perhaps a port. */
    public static class WebAddress implements Converter<URI> {

        @Override
        public URI convert(String text) {
            return require(URI.create(text.strip()),
                    value -> value.getHost() != null && ("http".equals(value.getScheme()) || "https".equals(value.getScheme())),
                    "must be an address such as http://targets-service:8081");
        }
    }
}
