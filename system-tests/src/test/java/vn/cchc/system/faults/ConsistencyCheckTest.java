package vn.cchc.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.cchc.system.faults.StoredState.Accepted;
import vn.cchc.system.faults.StoredState.Answer;
import vn.cchc.system.faults.StoredState.Figure;
import vn.cchc.system.faults.StoredState.Place;
import vn.cchc.system.faults.StoredState.Published;
import vn.cchc.system.faults.StoredState.Sum;
import vn.cchc.system.faults.StoredState.Survey;

class ConsistencyCheckTest {

    private static final Figure FIGURE = new Figure(UUID.randomUUID(), 1, "CT11");
    private static final Accepted ACCEPTED = new Accepted(FIGURE, 2031, "SCHOOL-0001", 17, 20);
    private static final Published EVENT = new Published(UUID.randomUUID(), FIGURE);
    private static final Operation OPERATION = new Operation("reporting", "report", FIGURE.report().toString(), "ACCEPT");
    private static final Answer ANSWER = new Answer("a campaign", 5);
    private static final Map<Place, Sum> SCOREBOARD = Map.of(new Place("CT11", 2031), new Sum(17, 20, 1),
            new Place("CT15", 2031), new Sum(1, 1, 0));

    private final AcceptedCalls acceptedCalls = new AcceptedCalls();

    private Map<Operation, Long> operations = Map.of(OPERATION, 1L);
    private Set<Accepted> accepted = Set.of(ACCEPTED);
    private List<Published> published = List.of(EVENT);
    private List<Figure> applied = List.of(FIGURE);
    private Map<Answer, Long> answers = Map.of(ANSWER, 1L);
    private Map<String, Long> spent = Map.of("a campaign", 1L);
    private Map<Place, Sum> scoreboard = SCOREBOARD;
    private Map<String, Long> waiting = Map.of("reporting", 0L);
    private Map<String, Long> deadLetters = Map.of("cchc.targets.dead-letters", 0L);
    private List<String> brokenChains = List.of();

    @BeforeEach
    void oneAcceptanceAndOneAnswer() {
        acceptedCalls.recordOperation("reporting", "report", FIGURE.report().toString(), "ACCEPT");
        acceptedCalls.recordAcceptance(ACCEPTED);
        acceptedCalls.recordAnswer(ANSWER);
        acceptedCalls.recordPublication(new Survey("a campaign", "CT15", 2031));
    }

    @Test
    void equalStatesHaveNoFindings() {
        found(0, 0, 0);
    }

    @Test
    void whatIsMissingIsLost() {
        operations = Map.of();
        found(1, 0, 0);
        accepted = Set.of(new Accepted(FIGURE, 2031, "SCHOOL-0001", 16, 20));
        found(2, 0, 0);
        answers = Map.of();
        found(3, 0, 0);
        spent = Map.of();
        found(4, 0, 0);
        applied = List.of();
        found(5, 0, 0);
        published = List.of();
        found(6, 0, 0);
    }

    @Test
    void whatIsStoredTwiceIsDuplicated() {
        operations = Map.of(OPERATION, 2L);
        found(0, 1, 0);
        answers = Map.of(ANSWER, 2L);
        found(0, 2, 0);
        spent = Map.of("a campaign", 2L);
        found(0, 3, 0);
        applied = List.of(FIGURE, FIGURE);
        found(0, 4, 0);
        published = List.of(EVENT, new Published(UUID.randomUUID(), FIGURE));
        found(0, 5, 0);
    }

    @Test
    void whatNoCallHasCausedIsDuplicatedToo() {
        operations = Map.of(OPERATION, 1L, new Operation("reporting", "report", FIGURE.report().toString(), "RETURN"), 1L);
        answers = Map.of(ANSWER, 1L, new Answer("a campaign", 1), 1L);

        found(0, 2, 0);
    }

    @Test
    void anEventThatIsSentTwiceCountsOnce() {
        published = List.of(EVENT, EVENT);

        found(0, 0, 0);
    }

    @Test
    void anEventWithoutAcceptanceIsWrong() {
        published = List.of(EVENT, new Published(UUID.randomUUID(), new Figure(UUID.randomUUID(), 1, "CT11")));

        found(0, 0, 1);
    }

    @Test
    void aDifferentSumIsWrong() {
        scoreboard = Map.of(new Place("CT11", 2031), new Sum(34, 40, 2), new Place("CT15", 2031), new Sum(1, 1, 0));
        found(0, 0, 1);
        scoreboard = Map.of();
        found(0, 0, 2);
    }

    @Test
    void aFigureWithoutAcceptanceIsWrong() {
        scoreboard = Map.of(new Place("CT11", 2031), new Sum(17, 20, 1), new Place("CT15", 2031), new Sum(1, 1, 0),
                new Place("CT11", 2032), new Sum(1, 1, 1));

        found(0, 0, 1);
    }

    @Test
    void pendingEventsAndDeadLettersAreWrong() {
        waiting = Map.of("reporting", 1L);
        found(0, 0, 1);
        deadLetters = Map.of("cchc.targets.dead-letters", 1L);
        found(0, 0, 2);
        brokenChains = List.of("survey");
        found(0, 0, 3);
    }

    private void found(int lost, int duplicated, int wrong) {
        ConsistencyCheck check = ConsistencyCheck.of(acceptedCalls,
                new StoredState(operations, accepted, published, applied, answers, spent, scoreboard,
                        waiting, deadLetters, brokenChains));
        assertThat(check.lost()).hasSize(lost);
        assertThat(check.duplicated()).hasSize(duplicated);
        assertThat(check.wrong()).hasSize(wrong);
    }
}
