package vn.cchc.survey.result;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.result.ResultView.PartView;
import vn.cchc.survey.stratum.Stratum;

/**
 * A random survey with strata of random groups and units, and what a reader can compute: each figure that is shown is a sum of
 * the unknown cells (stratum and question), and a set of cells is revealed if its sum is a linear combination of those.
 */
class RandomSurvey {

    private static final String EXPECTATION = "EXPECTATION";
    private static final String RATED = "rated ";
    private static final String ANSWERED = "answered ";
    private static final String INVITED = "invited ";
    /** Shown nowhere, but not suppressed either: many of them may be computed. */
    private static final String WITHOUT = "without stratum";

    private final Questionnaire questionnaire;
    private final SurveyDesign design;
    private final Respondents respondents;
    /** Whether nobody answers without an invitation. */
    private final boolean invitedOnly;
    private final Map<String, Response> responses;
    private final List<String> strata;
    private final List<String> questions;

    /** A part of a result, the cells that it sums up, and the people behind it. */
    private record Part(String name, BiPredicate<String, String> cells, boolean isSuppressed, long people) {

        @Override
        public String toString() {
            return name + " of " + people;
        }
    }

    RandomSurvey(Random random) {
        this(random, Method.POOLED);
    }

    RandomSurvey(Random random, Method method) {
        this.questionnaire = QuestionnaireFixture.random(random);
        this.questions = questionnaire.questions(Scale.LEVEL).stream().map(Question::code).toList();
        SurveyDesign strataOfThousand = design(questionnaire, method,
                IntStream.range(0, 1 + random.nextInt(7))
                        .mapToObj(i -> "S" + i + " G" + random.nextInt(3) + " U" + random.nextInt(3))
                        .toArray(String[]::new));
        this.respondents = new Respondents();
        this.strata = new ArrayList<>(List.of(""));
        strataOfThousand.strata().forEach(stratum -> strata.add(stratum.code()));
        double[] popularity = random.doubles(questions.size()).toArray();
        double[] size = random.doubles(strata.size()).map(share -> share * share).toArray();
        int people = 4 + random.nextInt(random.nextBoolean() ? 60 : 200);
        for (int i = 0; i < people; i++) {
            respondents.with(1, strata.get(pick(random, size)), levels(random, popularity));
        }
        this.invitedOnly = random.nextBoolean();
        this.responses = strata.stream().map(code -> response(random, code)).collect(toMap(Response::stratum, each -> each));
        this.design = random.nextBoolean() ? strataOfThousand
                : new SurveyDesign(questionnaire,
                        strataOfThousand.strata().stream().map(each -> withPopulation(random, each)).toList(), true, method,
                        strataOfThousand.suppressBelow());
    }

    private Response response(Random random, String code) {
        long answered = people(code);
        long invited = invitedOnly || random.nextBoolean() ? answered : random.nextInt((int) answered + 1);
        return new Response(code, invited + (random.nextInt(4) == 0 ? 0 : random.nextInt(30)), answered, invited);
    }

    private Stratum withPopulation(Random random, Stratum of) {
        return new Stratum(of.code(), of.name(), of.nameEn(), of.groupCode(), of.unit(), of.place(),
                1 + Math.max(responses.get(of.code()).invited(), responses.get(of.code()).answered())
                        + random.nextInt(6));
    }

    private RandomSurvey(RandomSurvey other, Respondents respondents) {
        this.questionnaire = other.questionnaire;
        this.questions = other.questions;
        this.design = other.design;
        this.strata = other.strata;
        this.respondents = respondents;
        this.invitedOnly = other.invitedOnly;
        this.responses = other.responses;
    }

    /** The same, but that two respondents with other answers, of different strata in one block, have exchanged their strata. */
    Optional<RandomSurvey> exchanged(List<Set<String>> blocks) {
        List<Respondents.Respondent> all = respondents.all();
        for (int first = 0; first < all.size(); first++) {
            for (int second = first + 1; second < all.size(); second++) {
                Set<String> groups = Set.copyOf(List.of(all.get(first).group(), all.get(second).group()));
                boolean together = groups.size() == 2 && blocks.stream().anyMatch(block -> block.containsAll(groups));
                if (together && !all.get(first).levels().equals(all.get(second).levels())) {
                    return Optional.of(new RandomSurvey(this, respondents.exchanged(first, second)));
                }
            }
        }
        return Optional.empty();
    }

    /** @param strata each as its code, group and unit */
    static SurveyDesign design(Questionnaire questionnaire, Method method, String... strata) {
        return new SurveyDesign(questionnaire, Arrays.stream(strata).map(each -> each.split(" "))
                .map(each -> new Stratum(each[0], each[0], each[0], each[1], each[2], null, 1000L)).toList(), true, method, 5);
    }

    CampaignResult result(int suppressBelow) {
        return respondents.result(new SurveyDesign(questionnaire, design.strata(), true, design.method(), suppressBelow),
                responses.values());
    }

    /** Suppressed parts that can be computed, and several with fewer people together than the minimum. */
    List<String> revealed(ResultView view, int minRespondents) {
        List<String> revealed = new ArrayList<>();
        List<Part> levels = ofStrata(view, PartView::suppressed, this::rated);
        view.topics().forEach(part -> levels.add(ofQuestions(part, question -> part.code().equals(topic(question)))));
        view.questions().forEach(part -> levels.add(ofQuestions(part, part.code()::equals)));
        exported(minRespondents).forEach(code -> levels
                .add(new Part("export " + code, (stratum, question) -> stratum.equals(code), false, rated(code::equals))));
        revealed.addAll(new Reader(questions, levels).revealed(minRespondents));
        if (view.expectation() != null && !view.expectation().suppressed()) {
            revealed.addAll(new Reader(List.of(EXPECTATION),
                    ofStrata(view, part -> part.suppressed() || part.expectation().suppressed(), this::expected))
                    .revealed(minRespondents));
        }
        revealed.addAll(bounded(view, minRespondents));
        return revealed;
    }

    /**
     * The answers of fewer people than the minimum in a stratum that can be computed, if the reader knows those of each
     * block of strata: a rate with weights and an interval of a topic or a question depend on nothing else.
     */
    List<String> revealedByBlocks(ResultView view, List<Set<String>> blocks, int minRespondents) {
        List<Part> parts = ofStrata(view, PartView::suppressed, this::rated).stream().filter(part -> !part.isSuppressed())
                .collect(Collectors.toCollection(ArrayList::new));
        Stream.concat(view.topics().stream().map(part -> ofQuestions(part, question -> part.code().equals(topic(question)))),
                view.questions().stream().map(part -> ofQuestions(part, part.code()::equals)))
                .filter(part -> !part.isSuppressed()).forEach(part -> {
                    parts.add(part);
                    blocks.forEach(block -> parts.add(new Part(part.name() + " in " + block,
                            (stratum, question) -> block.contains(stratum) && part.cells().test(stratum, question), false, 0)));
                });
        List<Part> cells = strata.stream().flatMap(stratum -> cells(stratum).stream())
                .filter(cell -> cell.people() > 0 && cell.people() < minRespondents).toList();
        return new Reader(questions, parts).computed(cells, minRespondents);
    }

    /** The answers of a stratum to each question and topic. */
    private List<Part> cells(String stratum) {
        return Stream.concat(questions.stream().map(List::of),
                questionnaire.topics().stream().map(topic -> questions.stream()
                        .filter(question -> topic.code().equals(topic(question))).toList()))
                .map(of -> new Part("answers " + of + " in " + stratum,
                        (other, question) -> other.equals(stratum) && of.contains(question), true,
                        respondents.where(each -> each.group().equals(stratum) && of.stream().anyMatch(each::answered))))
                .toList();
    }

    private List<Part> ofStrata(ResultView view, Predicate<PartView> isSuppressed, Function<Predicate<String>, Long> people) {
        List<Part> parts = new ArrayList<>();
        view.strata().forEach(part -> parts.add(part("stratum", part, part.code()::equals, isSuppressed, people)));
        view.groups().forEach(
                part -> parts.add(part("group", part, code -> in(code, Stratum::groupCode, part), isSuppressed, people)));
        view.units()
                .forEach(part -> parts.add(part("unit", part, code -> in(code, Stratum::unit, part), isSuppressed, people)));
        long none = people.apply(""::equals);
        parts.add(new Part(WITHOUT, (stratum, question) -> stratum.isEmpty(), true, people.apply(""::equals)));
        return parts;
    }

    private static Part part(String type, PartView part, Predicate<String> strata, Predicate<PartView> isSuppressed,
            Function<Predicate<String>, Long> people) {
        return new Part(type + " " + part.code(), (stratum, question) -> strata.test(stratum), isSuppressed.test(part),
                people.apply(strata));
    }

    private Part ofQuestions(PartView part, Predicate<String> of) {
        return new Part("question " + part.code(), (stratum, question) -> of.test(question), part.suppressed(),
                respondents
                        .where(each -> questions.stream().anyMatch(question -> of.test(question) && each.answered(question))));
    }

    private boolean in(String code, Function<Stratum, String> key, PartView part) {
        return design.strata().stream().anyMatch(each -> each.code().equals(code) && key.apply(each).equals(part.code()));
    }

    private String topic(String question) {
        return questionnaire.question(question).orElseThrow().topic();
    }

    private long rated(Predicate<String> strata) {
        return respondents.where(each -> strata.test(each.group()) && each.answers() > 0);
    }

    private long expected(Predicate<String> strata) {
        return respondents.where(each -> strata.test(each.group()) && each.levels().containsKey(EXPECTATION));
    }

    /** A reader who knows all sums that are shown. */
    private final class Reader {

        private final List<String> questions;
        private final List<Part> parts;
        private final LinearSpan shown;

        private Reader(List<String> questions, List<Part> parts) {
            this.questions = questions;
            this.parts = parts;
            this.shown = new LinearSpan(strata.size() * questions.size());
            shown.add(vector(List.of(new Part("total", (stratum, question) -> true, false, 0))));
            parts.stream().filter(part -> !part.isSuppressed()).forEach(part -> shown.add(vector(List.of(part))));
        }

        private List<String> revealed(int minRespondents) {
            List<Part> hidden = parts.stream().filter(part -> part.isSuppressed() && part.people() > 0)
                    .sorted(Comparator.comparingLong(Part::people)).toList();
            List<String> revealed = new ArrayList<>();
            hidden.stream().filter(part -> part.people() < minRespondents || !part.name().equals(WITHOUT))
                    .filter(part -> shown.contains(vector(List.of(part)))).map(Part::toString).forEach(revealed::add);
            unions(hidden.stream().filter(part -> part.people() < minRespondents).toList(), minRespondents).stream()
                    .filter(union -> shown.contains(vector(union))).map(Object::toString).forEach(revealed::add);
            return revealed;
        }

        /** Of these parts, and of the sums of two of them with fewer people together than the minimum. */
        private List<String> computed(List<Part> small, int minRespondents) {
            List<String> computed = new ArrayList<>();
            for (Part part : small) {
                if (shown.contains(vector(List.of(part)))) {
                    computed.add(part.toString());
                }
                small.stream().filter(other -> other != part && other.people() + part.people() < minRespondents)
                        .map(other -> List.of(part, other)).filter(union -> shown.contains(vector(union)))
                        .map(Object::toString).forEach(computed::add);
            }
            return computed;
        }

        /** Of parts with fewer people together; they may share some, so these are at least as many unions as there are. */
        private List<List<Part>> unions(List<Part> small, int minRespondents) {
            List<List<Part>> unions = new ArrayList<>(List.of(List.of()));
            for (Part part : small) {
                for (List<Part> union : List.copyOf(unions)) {
                    if (union.stream().mapToLong(Part::people).sum() + part.people() < minRespondents) {
                        List<Part> larger = new ArrayList<>(union);
                        larger.add(part);
                        unions.add(larger);
                    }
                }
            }
            return unions.stream().filter(union -> union.size() > 1).toList();
        }

        private double[] vector(List<Part> union) {
            return IntStream.range(0, strata.size() * questions.size())
                    .mapToDouble(i -> union.stream().anyMatch(part -> part.cells()
                            .test(strata.get(i / questions.size()), questions.get(i % questions.size()))) ? 1 : 0)
                    .toArray();
        }
    }

    /**
     * The hidden numbers of respondents, with a level and at all, and of those who were invited, for which fewer than k whole
     * numbers are possible, and fewer than if nothing but the totals was shown. The reader knows progress and result, who was
     * invited and how large a stratum is.
     */
    private List<String> bounded(ResultView view, int minRespondents) {
        List<String> recovered = new ArrayList<>(bounded(view, minRespondents, false));
        recovered.addAll(bounded(view, minRespondents, true));
        return recovered;
    }

    /**
     * @param withRate whether the reader knows how many of those who were invited answered, too; where others answer as well,
     *        this may leave fewer numbers, but at least two
     */
    private List<String> bounded(ResultView view, int minRespondents, boolean withRate) {
        KnownSums totals = totals(view, withRate);
        List<Part> parts = ofStrata(view, PartView::suppressed, this::rated);
        parts.forEach(part -> totals.named(RATED + part.name(), names(RATED, of(part))));
        KnownSums known = new KnownSums(totals);
        parts.stream().filter(part -> !part.isSuppressed()).forEach(part -> {
            known.sum(names(RATED, of(part)), part.people());
            known.sum(names(ANSWERED, of(part)), respondents.where(each -> of(part).contains(each.group())));
        });
        Set<String> hidden = hidden(minRespondents);
        exported(minRespondents).forEach(code -> {
            known.sum(names(RATED, List.of(code)), rated(code::equals));
            known.sum(names(ANSWERED, List.of(code)), people(code));
        });
        strata.stream().filter(code -> !hidden.contains(code))
                .forEach(code -> known.sum(names(ANSWERED, List.of(code)), responses.get(code).answered()));
        long enough = withRate && !invitedOnly ? 1 : minRespondents - 1;
        List<String> recovered = new ArrayList<>();
        strata.stream().filter(hidden::contains).forEach(code -> Stream.of(RATED + code, ANSWERED + code)
                .filter(name -> known.others(name) < Math.min(enough, totals.others(name))).forEach(recovered::add));
        parts.stream().filter(part -> part.isSuppressed() && part.people() > 0 && !part.name().equals(WITHOUT))
                .map(part -> RATED + part.name()).filter(name -> known.others(name) < Math.min(enough, totals.others(name)))
                .forEach(recovered::add);
        return withRate ? Stream.concat(recovered.stream(), responses(view, known, minRespondents)).toList() : recovered;
    }

    private Set<String> hidden(int minRespondents) {
        return SuppressedStrata.codes(design.strata(),
                strata.stream().collect(toMap(code -> code, code -> rated(code::equals))), responses.values(), minRespondents);
    }

    /** The strata that rows of an export have: without numbers, all respondents of a stratum are one class. */
    private List<String> exported(int minRespondents) {
        Set<String> hidden = hidden(minRespondents);
        List<String> exported = strata.stream()
                .filter(code -> !code.isEmpty() && !hidden.contains(code) && people(code) >= minRespondents)
                .sorted(Comparator.comparingLong(this::people).thenComparing(code -> code)).toList();
        long without = respondents.where(each -> !exported.contains(each.group()));
        return without > 0 && without < minRespondents ? exported.stream().skip(1).toList() : exported;
    }

    private long people(String stratum) {
        return respondents.where(each -> each.group().equals(stratum));
    }

    private List<String> of(Part part) {
        return strata.stream().filter(code -> part.cells().test(code, "")).toList();
    }

    /** The numbers of invited people who answered, in the same way. */
    private Stream<String> responses(ResultView view, KnownSums without, int minRespondents) {
        KnownSums known = new KnownSums(without);
        view.strata().stream().filter(part -> part.response() != null)
                .forEach(part -> known.sum(names(INVITED, List.of(part.code())), part.response().answered()));
        return view.strata().stream()
                .filter(part -> part.response() == null
                        ? known.others(INVITED + part.code()) < Math.min(minRespondents - 1,
                                without.others(INVITED + part.code()))
                        : isOfFew(part, minRespondents))
                .map(part -> INVITED + part.code());
    }

    private static boolean isOfFew(PartView shown, int minRespondents) {
        return Stream.of(shown.response().invited(), shown.response().answered(),
                shown.response().invited() == 0 ? 0 : shown.respondents() - shown.response().answered())
                .anyMatch(people -> people > 0 && people < minRespondents);
    }

    private KnownSums totals(ResultView view, boolean withRate) {
        KnownSums totals = new KnownSums();
        totals.sum(names(RATED, strata), view.fullySatisfied().denominator());
        totals.sum(names(ANSWERED, strata), view.respondents());
        if (withRate) {
            totals.sum(names(INVITED, strata), view.responseRate() == null ? 0 : view.responseRate().numerator());
        }
        strata.forEach(code -> {
            totals.notAbove(RATED + code, ANSWERED + code);
            totals.notAbove(INVITED + code, ANSWERED + code);
            totals.atMost(INVITED + code, responses.get(code).invited());
            if (invitedOnly) {
                totals.atMost(ANSWERED + code, responses.get(code).invited());
            }
        });
        design.strata().forEach(stratum -> totals.atMost(ANSWERED + stratum.code(), stratum.population()));
        return totals;
    }

    private static List<String> names(String type, List<String> of) {
        return of.stream().map(code -> type + code).toList();
    }

    private Map<String, Integer> levels(Random random, double[] popularity) {
        Map<String, Integer> levels = new HashMap<>();
        for (int i = 0; i < popularity.length; i++) {
            if (random.nextDouble() < popularity[i]) {
                levels.put(questions.get(i), random.nextInt(6));
            }
        }
        if (questionnaire.question(EXPECTATION).isPresent() && random.nextDouble() < 0.7) {
            levels.put(EXPECTATION, random.nextInt(101));
        }
        return levels;
    }

    private static int pick(Random random, double[] weights) {
        double point = random.nextDouble() * IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        int index = 0;
        while (index < weights.length - 1 && point >= weights[index]) {
            point -= weights[index++];
        }
        return index;
    }
}
