package vn.cchc.reporting.unit;

/** The syntax of agency codes (mã định danh cơ quan). */
final class AgencyCode {

    /** Decision 20/2020/QĐ-TTg, for example {@code H59.17}, or the form before it, for example {@code 000.17.30.H59}. */
    static final String SYNTAX = "[A-Y][0-9]{2}(\\.[0-9A-Z]+)*|[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Y][0-9]{2}";

    /** The scheme of identifiers that are agency codes. */
    static final String SCHEME = "AGENCY_CODE";

    static final int MAX_LENGTH = 35;

    private AgencyCode() {
    }
}
