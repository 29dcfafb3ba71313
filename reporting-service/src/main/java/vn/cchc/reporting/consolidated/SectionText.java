package vn.cchc.reporting.consolidated;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/** The Department's own text of a section. */
@Embeddable
record SectionText(String text, String editedBy, Instant editedAt) {
}
