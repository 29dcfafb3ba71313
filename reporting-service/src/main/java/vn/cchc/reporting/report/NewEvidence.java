package vn.cchc.reporting.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;

@Schema(description = "A document on which the report rests (minh chứng), as it is entered")
record NewEvidence(
        @Schema(description = "Number and sign of the document, at most 100 characters", maxLength = 100, examples = "125/QĐ-SGDĐT", nullable = true) String number,
        @Schema(description = "Day of issue, 1900 to 2099", examples = "2025-03-14", nullable = true) LocalDate date,
        @Schema(description = "Who issued it, at most 300 characters", maxLength = 300, examples = "Sở Giáo dục và Đào tạo", nullable = true) String issuer,
        @Schema(description = "At most 1,000 characters", required = true, maxLength = 1000, examples = "Quyết định công bố danh mục thủ tục hành chính") String title,
        @Schema(description = "Where in the document, at most 100 characters", maxLength = 100, examples = "3–5", nullable = true) String page,
        @Schema(description = "Where it is to be had: http or https, below 2,000 characters, without a user's name or password", maxLength = LONGEST_URL, examples = "https://vanban.example.vn/125-qd-sgddt.pdf", nullable = true) String url,
        @Schema(description = "SHA-256 of the document: 64 hexadecimal digits", pattern = SHA_256, examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", nullable = true) String sha256) {

    static final int MOST = 100;

    private static final int LONGEST_URL = 1999;
    private static final String SHA_256 = "[0-9a-fA-F]{64}";

    /** Everything that is wrong with the list; a pointer begins with the document's place in it. */
    static List<Violation> violations(List<NewEvidence> documents) {
        if (documents.size() > MOST) {
            return List.of(Violation.at("", ReportingProblem.TOO_MANY_DOCUMENTS, String.valueOf(MOST)));
        }
        List<Violation> violations = new ArrayList<>();
        for (int place = 0; place < documents.size(); place++) {
            violations.addAll(violations(documents.get(place), "/" + place));
        }
        return violations;
    }

    private static List<Violation> violations(NewEvidence document, String at) {
        return document == null ? List.of(Violation.at(at, ReportingProblem.TITLE_MISSING)) : document.violations(at);
    }

    private List<Violation> violations(String at) {
        List<Violation> violations = new ArrayList<>();
        if (title == null || title.isBlank()) {
            violations.add(Violation.at(at + "/title", ReportingProblem.TITLE_MISSING));
        }
        addIfTooLong(violations, at + "/number", number, 100);
        addIfTooLong(violations, at + "/issuer", issuer, 300);
        addIfTooLong(violations, at + "/title", title, 1000);
        addIfTooLong(violations, at + "/page", page, 100);
        violations.addAll(violationsOfCopy(at));
        return violations;
    }

    private List<Violation> violationsOfCopy(String at) {
        List<Violation> violations = new ArrayList<>();
        addIfTooLong(violations, at + "/url", url, LONGEST_URL);
        if (url != null && url.length() <= LONGEST_URL && !isOfTheWeb(url)) {
            violations.add(Violation.at(at + "/url", ReportingProblem.INVALID_URL));
        }
        if (sha256 != null && !sha256.matches(SHA_256)) {
            violations.add(Violation.at(at + "/sha256", ReportingProblem.INVALID_SHA256));
        }
        return violations;
    }

    private static void addIfTooLong(List<Violation> violations, String at, String text, int longest) {
        if (text != null && text.length() > longest) {
            violations.add(Violation.at(at, ReportingProblem.TOO_LONG, String.valueOf(longest)));
        }
    }

    /** What a reader may safely be led to: a script is no document, and a password has no place in a report. */
    private static boolean isOfTheWeb(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() != null && uri.getScheme().matches("(?i)https?") && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    Evidence asEvidence() {
        return new Evidence(number, date, issuer, title, page, url, sha256 == null ? null : sha256.toLowerCase(Locale.ROOT));
    }
}
