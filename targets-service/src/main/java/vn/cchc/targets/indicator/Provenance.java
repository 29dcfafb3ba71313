package vn.cchc.targets.indicator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a statement about an indicator comes from. */
@Schema(description = "PRINTED: the plan's text says so. READING: an interpretation, which the plan's text does not state.")
public enum Provenance {
    /** The plan's text says so. */
    PRINTED,
    /** An interpretation: the plan's text does not state it. */
    READING
}
