package vn.cchc.rest.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of Quarkus and Kafka without which no component works. */
class RequiredSettings {

    private static final String ISSUER = "quarkus.oidc.auth-server-url";
    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    private static final String KAFKA = "kafka.bootstrap.servers";

    private static final String PORT = "[1-9]\\d{0,4}";
    private static final String HOST = "([\\w.-]+|\\[[\\da-fA-F:.]+])";
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://" + HOST + "(:" + PORT + ")?(/\\S*)?");
    private static final Pattern JDBC_URL = Pattern
            .compile("jdbc:postgresql://%1$s(:%2$s)?(,%1$s(:%2$s)?)*/[^/?\\s]+(\\?\\S*)?".formatted(HOST, PORT));
    private static final Pattern BROKERS = Pattern.compile("%1$s:%2$s(,\\s*%1$s:%2$s)*".formatted(HOST, PORT));
    private static final Pattern PROTOCOL = Pattern.compile("PLAINTEXT|SSL|SASL_PLAINTEXT|SASL_SSL");
    /** A certificate can replace the password. */
    private static final Pattern CREDENTIALS = Pattern.compile(".*[?&](password|sslkey)=.+");

    private RequiredSettings() {
    }

    static Stream<String> problems(Settings settings) {
        Stream<Optional<String>> common = settings.flag("quarkus.oidc.tenant-enabled", true)
                ? Stream.of(
                        required(settings, ISSUER, WEB_ADDRESS, "not an address such as https://identity.example/realms/cchc"))
                : Stream.empty();
        Stream<Optional<String>> database = settings.hasDatabase() ? database(settings) : Stream.empty();
        return Stream.concat(common, database).flatMap(Optional::stream);
    }

    private static Stream<Optional<String>> database(Settings settings) {
        Stream<Optional<String>> always = Stream.of(
                required(settings, DATABASE, JDBC_URL, "not a URL such as jdbc:postgresql://postgres:5432/targets"),
                required(settings, "quarkus.datasource.username"));
        Stream<Optional<String>> migrating = settings.flag("quarkus.flyway.migrate-at-start", false)
                ? Stream.of(required(settings, "quarkus.flyway.username"), password(settings, "quarkus.flyway.password"))
                : Stream.empty();
        Stream<Optional<String>> serving = settings.serves() ? serving(settings) : Stream.empty();
        return Stream.of(always, migrating, serving).flatMap(each -> each);
    }

    private static Stream<Optional<String>> serving(Settings settings) {
        return Stream.of(password(settings, "quarkus.datasource.password"),
                required(settings, KAFKA, BROKERS, "not a list of addresses such as kafka:9093"),
                optional(settings, "kafka.security.protocol", PROTOCOL, "not one of " + PROTOCOL.pattern().replace("|", ", ")),
                file(settings, "kafka.ssl.truststore.location"), file(settings, "kafka.ssl.keystore.location"));
    }

    private static Optional<String> required(Settings settings, String name) {
        return settings.isSet(name) ? Optional.empty() : Optional.of(name + " is missing");
    }

    private static Optional<String> required(Settings settings, String name, Pattern format, String otherwise) {
        return required(settings, name).or(() -> optional(settings, name, format, otherwise));
    }

    private static Optional<String> optional(Settings settings, String name, Pattern format, String otherwise) {
        return settings.text(name).filter(value -> !format.matcher(value).matches())
                .map(value -> "%s is \"%s\", %s".formatted(name, withoutSecrets(value), otherwise));
    }

    private static Optional<String> password(Settings settings, String name) {
        return settings.text(DATABASE).filter(url -> CREDENTIALS.matcher(url).matches()).isPresent() ? Optional.empty()
                : required(settings, name);
    }

    private static Optional<String> file(Settings settings, String name) {
        return settings.text(name).filter(path -> !Files.isReadable(Path.of(path)))
                .map(path -> "%s is \"%s\", which cannot be read".formatted(name, path));
    }

    private static String withoutSecrets(String value) {
        return value.replaceAll("(?i)(password=)[^&\\s]*", "$1…").replaceAll("//[^/@\\s]*@", "//…@");
    }
}
