package vn.cchc.survey.result;

/** Which parts of a result are not shown, because single people could be found out by them. */
final class Suppression {

    private static final int FEWEST_PEOPLE = 5;

    private Suppression() {
    }

    static boolean hides(long people) {
        return people < FEWEST_PEOPLE;
    }
}
