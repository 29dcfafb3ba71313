package vn.cchc.reporting.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The SHA-256 of an accepted report, in hexadecimal. Its input is canonical JSON by RFC 8785, so that anybody can compute it
 * again: names in alphabetical order, no white space, UTF-8, texts and whole numbers only.
 */
record Seal(String hex) {

    private static final JsonMapper CANONICAL = JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** The sealed content: key, figures, text and evidence of the report. */
    record Content(UUID report, int version, String regime, String period, String unit,
            SortedMap<String, Content.Entry> figures,
            Narrative narrative, List<Content.Document> evidence) {

        record Entry(Long numerator, Long denominator, Rating rating, String statement) {
        }

        record Document(String number, String date, String issuer, String title, String page, String url, String sha256) {

            static Document of(Evidence of) {
                return new Document(of.number(), of.date() == null ? null : of.date().toString(), of.issuer(), of.title(),
                        of.page(), of.url(), of.sha256());
            }
        }
    }

    static Seal of(Report report) {
        SortedMap<String, Content.Entry> figures = new TreeMap<>();
        report.figures.forEach((indicator, figure) -> figures.put(indicator,
                new Content.Entry(figure.numerator(), figure.denominator(), figure.rating(), figure.statement())));
        return new Seal(sha256(canonical(new Content(report.id, report.version, report.regime, report.period, report.unit,
                figures, Narrative.of(report), report.evidence.stream().map(Content.Document::of).toList()))));
    }

    static String canonical(Content content) {
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
