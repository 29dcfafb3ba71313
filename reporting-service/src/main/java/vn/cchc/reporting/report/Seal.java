package vn.cchc.reporting.report;

import vn.cchc.rest.text.CanonicalJson;

/**
 * The SHA-256 of an accepted report, in hexadecimal. Its input is canonical JSON by RFC 8785, so that anybody can compute it
 * again: names in alphabetical order, no white space, UTF-8, texts and whole numbers only.
 *
 * @param format the format of the sealed content; it is stored, so that a seal is verified by the format in which it was made
 */
record Seal(int format, String hex) {

    /** The seal of a report that is accepted now. Only references need the later format. */
    static Seal of(Report report) {
        return of(report, report.references.isEmpty() ? 1 : 2);
    }

    static Seal of(Report report, int format) {
        return new Seal(format, CanonicalJson.sha256(content(report, format)));
    }

    private static Record content(Report report, int format) {
        return switch (format) {
            case 1 -> SealContentV1.of(report);
            case 2 -> SealContentV2.of(report);
            default -> throw new IllegalArgumentException("unknown format of a seal: " + format);
        };
    }
}
