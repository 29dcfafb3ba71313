package vn.cchc.reporting.report;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document on which a report rests (minh chứng). It is named, not kept: the digest tells whether a copy is the same. */
@Embeddable
@Schema(description = "A document on which the report rests (minh chứng)")
record Evidence(@Schema(examples = "125/QĐ-SGDĐT", nullable = true) String number, @Schema(nullable = true) LocalDate date,
        @Schema(nullable = true) String issuer, String title, @Schema(nullable = true) String page,
        @Schema(nullable = true) String url,
        @Schema(description = "SHA-256 of the document in lower-case hexadecimal", nullable = true) String sha256) {

    Evidence {
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("a document has a title");
        }
    }
}
