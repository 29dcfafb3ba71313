package vn.cchc.reporting.quality;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import vn.cchc.rest.problem.Violation;

/** A rule of the quality gate, as a regime defines it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Obligatory.class, name = "OBLIGATORY"),
        @JsonSubTypes.Type(value = NumeratorWithinDenominator.class, name = "NUMERATOR_WITHIN_DENOMINATOR"),
        @JsonSubTypes.Type(value = EqualParts.class, name = "EQUAL_PARTS"),
        @JsonSubTypes.Type(value = Cumulative.class, name = "CUMULATIVE"),
        @JsonSubTypes.Type(value = Jump.class, name = "JUMP"),
        @JsonSubTypes.Type(value = HistoryOutlier.class, name = "OUTLIER_HISTORY"),
        @JsonSubTypes.Type(value = PeerOutlier.class, name = "OUTLIER_PEERS") })
@Schema(description = "A rule of the quality gate. `severity`: an ERROR prevents the submission, a WARNING needs an explanation. `indicators`: null for all", oneOf = {
        Obligatory.class, NumeratorWithinDenominator.class, EqualParts.class, Cumulative.class, Jump.class,
        HistoryOutlier.class, PeerOutlier.class }, discriminatorProperty = "type", discriminatorMapping = {
                @DiscriminatorMapping(value = "OBLIGATORY", schema = Obligatory.class),
                @DiscriminatorMapping(value = "NUMERATOR_WITHIN_DENOMINATOR", schema = NumeratorWithinDenominator.class),
                @DiscriminatorMapping(value = "EQUAL_PARTS", schema = EqualParts.class),
                @DiscriminatorMapping(value = "CUMULATIVE", schema = Cumulative.class),
                @DiscriminatorMapping(value = "JUMP", schema = Jump.class),
                @DiscriminatorMapping(value = "OUTLIER_HISTORY", schema = HistoryOutlier.class),
                @DiscriminatorMapping(value = "OUTLIER_PEERS", schema = PeerOutlier.class) })
public sealed interface QualityRule permits Obligatory, NumeratorWithinDenominator, EqualParts, Cumulative, Jump,
        HistoryOutlier, PeerOutlier {

    /** The rules that every regime had before rules were data. */
    List<QualityRule> BASIC = List.of(new Obligatory(Severity.ERROR, null),
            new NumeratorWithinDenominator(Severity.ERROR, null));

    RuleType type();

    Severity severity();

    /** The indicators to which the rule applies; null for all. */
    List<String> indicators();

    Stream<Finding> findings(CheckedReport report, References references);

    /** The part that this rule computes from another one; empty if it computes none. */
    default Optional<DerivedPart> derivation() {
        return Optional.empty();
    }

    /** The part from which it is computed. */
    default Optional<DerivedPart> source() {
        return Optional.empty();
    }

    /** What contradicts itself in the definition, beyond the limits of each field. */
    default Stream<Violation> violations(String at) {
        return Stream.empty();
    }
}
