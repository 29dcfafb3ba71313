package vn.cchc.targets.scoreboard;

import java.math.BigInteger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StillRequired", description = "What a year in progress has to bring so that its milestone is met. ANNUAL_AT_LEAST, ANNUAL_EXACTLY, ANNUAL_AT_MOST: the numerator of the annual report at today's denominator; NO_NUMERATOR: none is exact. COUNTED_AT_LEAST: further cases, all of them in the numerator; UNCOUNTED_AT_MOST: further cases that may stay outside it; UNCOUNTED_AT_LEAST and COUNTED_AT_MOST: the same where the milestone is an upper limit; OUT_OF_REACH: no further cases can make up for those so far")
record StillRequiredView(StillRequired.Kind kind,
        @Schema(description = "The numerator, or the number of cases; null for NO_NUMERATOR and OUT_OF_REACH", examples = "16", nullable = true) BigInteger number) {

    static StillRequiredView of(StillRequired of) {
        return new StillRequiredView(of.kind(), of.number());
    }
}
