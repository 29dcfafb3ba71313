package vn.cchc.reporting.report;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.rest.text.StorableText;

/** A document that proves a report (minh chứng). Only its reference is stored; the digest identifies an exact copy. */
@Embeddable
@Schema(description = "A document that proves the report (minh chứng)")
record Evidence(@Schema(examples = "125/QĐ-SGDĐT", nullable = true) String number, @Schema(nullable = true) LocalDate date,
        @Schema(nullable = true) String issuer, String title, @Schema(nullable = true) String page,
        @Schema(nullable = true) String url,
        @Schema(description = "SHA-256 of the document in lower-case hexadecimal", nullable = true) String sha256) {

    Evidence {
        if (title == null || StorableText.isBlank(title)) {
            throw new IllegalArgumentException("a document has a title");
        }
    }

    UnitResultAccepted.Evidence asEvent() {
        return new UnitResultAccepted.Evidence(number, date, issuer, title, page, url, sha256);
    }
}
