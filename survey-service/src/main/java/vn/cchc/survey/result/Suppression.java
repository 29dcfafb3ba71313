package vn.cchc.survey.result;

/** Which parts of a result are not shown, because single people could be found out by them. */
final class Suppression {

    private static final int MIN_RESPONDENTS = 5;

    private Suppression() {
    }

    static boolean suppresses(long people) {
        return people < MIN_RESPONDENTS;
    }
}
