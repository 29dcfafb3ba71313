package vn.cchc.reporting.quality;

import vn.cchc.values.IndicatorCode;

/** A part of a figure that is computed from another figure, or its source. */
public record DerivedPart(IndicatorCode indicator, Part part) {
}
