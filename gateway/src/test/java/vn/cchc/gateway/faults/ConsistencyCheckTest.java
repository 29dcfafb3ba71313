package vn.cchc.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.cchc.gateway.faults.ExpectedState.Accepted;
import vn.cchc.gateway.faults.ExpectedState.Answer;
import vn.cchc.gateway.faults.ExpectedState.Figure;
import vn.cchc.gateway.faults.ExpectedState.Place;
import vn.cchc.gateway.faults.ExpectedState.Published;
import vn.cchc.gateway.faults.ExpectedState.Sum;
import vn.cchc.gateway.faults.ExpectedState.Survey;

class ConsistencyCheckTest {

    private static final Figure FIGURE = new Figure(UUID.randomUUID(), 1, "CT11");
    private static final Accepted ACCEPTED = new Accepted(FIGURE, 2031, "SCHOOL-0001", 17, 20);
    private static final Published EVENT = new Published(UUID.randomUUID(), FIGURE);
    private static final Operation DEED = new Operation("reporting", "report", FIGURE.report().toString(), "ACCEPT");
    private static final Answer ANSWER = new Answer("a campaign", 5);
    private static final Map<Place, Sum> SCOREBOARD = Map.of(new Place("CT11", 2031), new Sum(17, 20, 1),
            new Place("CT15", 2031), new Sum(1, 1, 0));

    private final AcceptedCalls receipts = new AcceptedCalls();

    private Map<Operation, Long> deeds = Map.of(DEED, 1L);
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
        receipts.did("reporting", "report", FIGURE.report().toString(), "ACCEPT");
        receipts.accepted(ACCEPTED);
        receipts.answered(ANSWER);
        receipts.published(new Survey("a campaign", "CT15", 2031));
    }

    @Test
    void booksThatAgreeHaveNothingToSay() {
        found(0, 0, 0);
    }

    @Test
    void whatIsMissingAnywhereIsLost() {
        deeds = Map.of();
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
    void whatIsThereMoreOftenThanItWasPromisedIsDoubled() {
        deeds = Map.of(DEED, 2L);
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
    void whatNobodyWasToldOfIsDoubledToo() {
        deeds = Map.of(DEED, 1L, new Operation("reporting", "report", FIGURE.report().toString(), "RETURN"), 1L);
        answers = Map.of(ANSWER, 1L, new Answer("a campaign", 1), 1L);

        found(0, 2, 0);
    }

    @Test
    void anEventThatIsSentTwiceIsOneEvent() {
        published = List.of(EVENT, EVENT);

        found(0, 0, 0);
    }

    @Test
    void anEventOfWhatWasNeverAcceptedIsAPhantom() {
        published = List.of(EVENT, new Published(UUID.randomUUID(), new Figure(UUID.randomUUID(), 1, "CT11")));

        found(0, 0, 1);
    }

    @Test
    void aSumThatDiffersIsWrong() {
        scoreboard = Map.of(new Place("CT11", 2031), new Sum(34, 40, 2), new Place("CT15", 2031), new Sum(1, 1, 0));
        found(0, 0, 1);
        scoreboard = Map.of();
        found(0, 0, 2);
    }

    @Test
    void aFigureThatComesFromNowhereIsWrong() {
        scoreboard = Map.of(new Place("CT11", 2031), new Sum(17, 20, 1), new Place("CT15", 2031), new Sum(1, 1, 0),
                new Place("CT11", 2032), new Sum(1, 1, 1));

        found(0, 0, 1);
    }

    @Test
    void whatStillWaitsOrWasSetAsideIsWrong() {
        waiting = Map.of("reporting", 1L);
        found(0, 0, 1);
        deadLetters = Map.of("cchc.targets.dead-letters", 1L);
        found(0, 0, 2);
        brokenChains = List.of("survey");
        found(0, 0, 3);
    }

    private void found(int lost, int doubled, int wrong) {
        ConsistencyCheck reckoning = ConsistencyCheck.of(receipts,
                new ExpectedState(deeds, accepted, published, applied, answers, spent, scoreboard,
                        waiting, deadLetters, brokenChains));
        assertThat(reckoning.lost()).hasSize(lost);
        assertThat(reckoning.doubled()).hasSize(doubled);
        assertThat(reckoning.wrong()).hasSize(wrong);
    }
}
