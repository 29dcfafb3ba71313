package vn.cchc.benchmark;

/** How long a run takes: {@code -Dcchc.rounds}, {@code -Dcchc.seconds} and {@code -Dcchc.warm-up} shorten it. */
final class Length {

    /** Of each thing that is measured; its figure is their median. */
    static final int ROUNDS = Integer.getInteger("cchc.rounds", 5);
    /** Of one turn in a round. */
    static final int SECONDS = Integer.getInteger("cchc.seconds", 5);
    /** Before the first round, for each program that a compiler improves while it runs. */
    static final int WARM_UP_SECONDS = Integer.getInteger("cchc.warm-up", 30);

    private Length() {
    }
}
