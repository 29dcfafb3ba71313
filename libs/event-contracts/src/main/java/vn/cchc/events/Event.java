package vn.cchc.events;

/**
 * A change in one service that other services process. Every event carries the whole state of its key in that
 * version, so that a consumer which lost its tables rebuilds them by reading the topic from the beginning. Fields are only
 * ever added; a change that breaks a reader is a new topic. No event carries personal data: people stand in it by the opaque
 * subject of their token.
 */
public sealed interface Event permits UnitRecorded, IndicatorDefined, PeriodDefined,
        ReportStatusChanged, UnitResultEvent, SurveyResultPublished, DeadlineExtended, ReminderIssued {

    /** The Kafka topic on which this event travels. */
    String topic();

    /** What the event is about. Events of one key arrive in the order in which their transactions committed. */
    String key();

    /**
     * The CloudEvents type ({@code ce_type}) of an event, such as {@code vn.cchc.UnitResultAccepted}. It is static, because a
     * record's component would override an instance method of the same name.
     */
    static String typeOf(Class<? extends Event> event) {
        return "vn.cchc." + event.getSimpleName();
    }
}
