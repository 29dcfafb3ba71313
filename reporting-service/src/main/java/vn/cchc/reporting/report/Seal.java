package vn.cchc.reporting.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The SHA-256 of an accepted report, in hexadecimal. Its input is canonical JSON by RFC 8785, so that anybody can compute it
 * again: names in alphabetical order, no white space, UTF-8, texts and whole numbers only.
 *
 * @param format the format of the sealed content; it is stored, so that a seal is verified by the format in which it was made
 */
record Seal(int format, String hex) {

    /** The format of the seals of reports that are accepted now. */
    static final int CURRENT_FORMAT = 1;

    private static final JsonMapper CANONICAL = JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    static Seal of(Report report, int format) {
        return new Seal(format, sha256(canonical(content(report, format))));
    }

    private static Record content(Report report, int format) {
        return switch (format) {
            case 1 -> SealContentV1.of(report);
            default -> throw new IllegalArgumentException("unknown format of a seal: " + format);
        };
    }

    static String canonical(Record content) {
        try {
            return CANONICAL.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
