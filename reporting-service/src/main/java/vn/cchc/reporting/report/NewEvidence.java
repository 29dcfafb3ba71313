package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;

@Schema(description = "A document that proves the report (minh chứng)")
record NewEvidence(
        @Schema(description = "Number and symbol of the document, at most 100 characters", maxLength = 100, examples = "125/QĐ-SGDĐT", nullable = true) String number,
        @Schema(description = "Date of issue, 1900 to 2099", examples = "2025-03-14", nullable = true) LocalDate date,
        @Schema(description = "Issuing authority, at most 300 characters", maxLength = 300, examples = "Sở Giáo dục và Đào tạo", nullable = true) String issuer,
        @Schema(description = "Title of the document, at most 1,000 characters", required = true, maxLength = 1000, examples = "Quyết định công bố danh mục thủ tục hành chính") String title,
        @Schema(description = "Pages within the document, at most 100 characters", maxLength = 100, examples = "3–5", nullable = true) String page,
        @Schema(description = "Address of the document: http or https, below 2,000 characters, without user name and password", maxLength = MAX_URL_LENGTH, examples = "https://vanban.example.vn/125-qd-sgddt.pdf", nullable = true) String url,
        @Schema(description = "SHA-256 of the document: 64 hexadecimal digits", pattern = SHA_256, examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", nullable = true) String sha256) {

    static final int MAX_DOCUMENTS = 100;

    private static final int MAX_URL_LENGTH = 1999;
    private static final String SHA_256 = "[0-9a-fA-F]{64}";

    /** All violations in the list; each pointer begins with the index of the document. */
    static List<Violation> violations(List<NewEvidence> documents) {
        if (documents.size() > MAX_DOCUMENTS) {
            return List.of(Violation.at("", ReportingProblem.TOO_MANY_DOCUMENTS, String.valueOf(MAX_DOCUMENTS)));
        }
        List<Violation> violations = new ArrayList<>();
        for (int index = 0; index < documents.size(); index++) {
            violations.addAll(violations(documents.get(index), "/" + index));
        }
        return violations;
    }

    private static List<Violation> violations(NewEvidence document, String at) {
        return document == null ? List.of(Violation.at(at, ReportingProblem.TITLE_MISSING)) : document.violations(at);
    }

    private List<Violation> violations(String at) {
        List<Violation> violations = new ArrayList<>();
        if (title == null || StorableText.isBlank(title)) {
            violations.add(Violation.at(at + "/title", ReportingProblem.TITLE_MISSING));
        }
        requireMaxLength(violations, at + "/number", number, 100);
        requireMaxLength(violations, at + "/issuer", issuer, 300);
        requireMaxLength(violations, at + "/title", title, 1000);
        requireMaxLength(violations, at + "/page", page, 100);
        violations.addAll(copyViolations(at));
        return violations;
    }

    private List<Violation> copyViolations(String at) {
        List<Violation> violations = new ArrayList<>();
        requireMaxLength(violations, at + "/url", url, MAX_URL_LENGTH);
        if (url != null && StorableText.length(url) <= MAX_URL_LENGTH) {
            WebAddress.problem(url).ifPresent(problem -> violations.add(Violation.at(at + "/url", problem)));
        }
        if (sha256 != null && !sha256.matches(SHA_256)) {
            violations.add(Violation.at(at + "/sha256", ReportingProblem.INVALID_SHA256));
        }
        return violations;
    }

    private static void requireMaxLength(List<Violation> violations, String at, String text, int max) {
        if (text != null && StorableText.length(text) > max) {
            violations.add(Violation.at(at, ReportingProblem.TOO_LONG, String.valueOf(max)));
        }
    }

    Evidence toEvidence() {
        return new Evidence(number, date, issuer, title, page, url, sha256 == null ? null : sha256.toLowerCase(Locale.ROOT));
    }
}
