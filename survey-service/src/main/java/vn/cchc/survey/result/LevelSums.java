package vn.cchc.survey.result;

/** Sums over respondents of how many questions each of them answered at a level, and how many at level 4 or 5. */
final class LevelSums {

    private long rating;
    private long fullySatisfied;
    private long neverSatisfied;
    private long answersSquared;
    private long satisfiedSquared;
    private long answersBySatisfied;

    /** Adds a respondent. */
    void add(long levels, long satisfied) {
        if (levels == 0) {
            return;
        }
        rating++;
        fullySatisfied += satisfied == levels ? 1 : 0;
        neverSatisfied += satisfied == 0 ? 1 : 0;
        answersSquared += levels * levels;
        satisfiedSquared += satisfied * satisfied;
        answersBySatisfied += levels * satisfied;
    }

    RespondentCount of(String stratum, long respondents) {
        return new RespondentCount(stratum, respondents, rating, fullySatisfied, neverSatisfied, answersSquared,
                satisfiedSquared, answersBySatisfied);
    }

    TopicRespondentCount ofTopic(String stratum, String topic) {
        return new TopicRespondentCount(stratum, topic, rating, fullySatisfied, neverSatisfied, answersSquared,
                satisfiedSquared, answersBySatisfied);
    }

    boolean isEmpty() {
        return rating == 0;
    }
}
