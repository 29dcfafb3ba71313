package vn.cchc.reporting.report;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.cchc.reporting.ReportingProblem;

/** The address of a document on the web. Its host can be internationalised (RFC 5890). */
final class WebAddress {

    private static final Pattern HTTP = Pattern.compile("(?is)(https?://)([^/?#]*)(.*)");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:]+)(:[0-9]{0,5})?");

    private WebAddress() {
    }

    /** @return why the text is not accepted as an address; empty if it is */
    static Optional<ReportingProblem> problem(String text) {
        Matcher parts = HTTP.matcher(text);
        if (!parts.matches()) {
            return Optional.of(ReportingProblem.URL_SCHEME);
        }
        if (parts.group(2).contains("@")) {
            return Optional.of(ReportingProblem.URL_WITH_CREDENTIALS);
        }
        return isWellFormed(parts) ? Optional.empty() : Optional.of(ReportingProblem.INVALID_URL);
    }

    private static boolean isWellFormed(Matcher parts) {
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            return false;
        }
        try {
            String port = authority.group(2) == null ? "" : authority.group(2);
            new URI(parts.group(1) + IDN.toASCII(authority.group(1)) + port + parts.group(3));
            return true;
        } catch (IllegalArgumentException | URISyntaxException malformed) {
            return false;
        }
    }
}
