package vn.cchc.targets.task;

import java.time.LocalDate;
import java.util.Locale;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document that proves what was done (minh chứng). Only its reference is stored; the digest identifies an exact copy. */
@Schema(name = "TaskEvidence", description = "A document that proves what was done (minh chứng)")
record Evidence(
        @Size(max = 100) @Schema(description = "Number and symbol of the document", examples = "125/QĐ-SGDĐT", nullable = true) String number,
        @Schema(description = "Date of issue", examples = "2025-03-14", nullable = true) LocalDate date,
        @Size(max = 300) @Schema(description = "Issuing authority", examples = "Sở Giáo dục và Đào tạo", nullable = true) String issuer,
        @NotBlank @Size(max = 1000) @Schema(examples = "Kế hoạch tuyên truyền cải cách hành chính") String title,
        @Size(max = 1999) @Pattern(regexp = WITHOUT_CREDENTIALS) @Schema(description = "Address of the document: http or https, without user name and password", examples = "https://vanban.example.vn/125-qd-sgddt.pdf", nullable = true) String url,
        @Pattern(regexp = "[0-9a-fA-F]{64}") @Schema(description = "SHA-256 of the document: 64 hexadecimal digits", examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", nullable = true) String sha256) {

    static final int MAX_DOCUMENTS = 50;

    private static final String WITHOUT_CREDENTIALS = "https?://[^\\s/?#@]+([/?#]\\S*)?";

    Evidence {
        sha256 = sha256 == null ? null : sha256.toLowerCase(Locale.ROOT);
    }
}
