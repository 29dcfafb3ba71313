package vn.cchc.targets.forecast;

/** Why there is no forecast. */
enum NoForecastReason {
    /** Fewer than three accepted figures. */
    TOO_FEW_POINTS,
    /** The indicator is rated, not counted. */
    NOT_COUNTED,
    /** No milestone lies ahead. */
    NO_MILESTONE
}
