package vn.cchc.events;

/** What becomes of one unit's figure for an indicator and a period: it is accepted, or an accepted one is retracted. */
public sealed interface UnitResultEvent extends Event permits UnitResultAccepted, UnitResultRetracted {

    String TOPIC = "cchc.unit-results";

    /** Code of the indicator. */
    String indicator();

    /** Code of the reporting regime. */
    String regime();

    /** Code of the period within the regime. */
    String periodCode();

    /** Code of the unit. */
    String unit();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return indicator() + '|' + regime() + '|' + periodCode() + '|' + unit();
    }
}
