package vn.cchc.reporting.consolidated;

import vn.cchc.reporting.consolidated.ConsolidatedContent.Gathered;
import vn.cchc.rest.text.CanonicalJson;

/**
 * The SHA-256 of an approved report, in hexadecimal, over canonical JSON by RFC 8785.
 *
 * @param format the format of the sealed content; it is stored, so that a seal is verified by the format in which it was made
 * @param content the sealed content
 */
record ConsolidatedSeal(int format, String hex, String content) {

    /** The format of the seals of reports that are approved now. */
    static final int CURRENT_FORMAT = 1;

    static ConsolidatedSeal of(ConsolidatedReport report, Gathered gathered, int format) {
        Record content = switch (format) {
            case 1 -> ConsolidatedSealContentV1.of(report, gathered);
            default -> throw new IllegalArgumentException("unknown format of a seal: " + format);
        };
        return new ConsolidatedSeal(format, CanonicalJson.sha256(content), CanonicalJson.of(content));
    }
}
