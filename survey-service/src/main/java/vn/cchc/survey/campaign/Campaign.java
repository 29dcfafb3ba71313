package vn.cchc.survey.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.result.Aggregation;
import vn.cchc.survey.result.AnswerCount;
import vn.cchc.survey.result.CampaignResult;
import vn.cchc.survey.result.CountedAnswers;
import vn.cchc.survey.result.FrozenResult;
import vn.cchc.survey.result.IndexVariances;
import vn.cchc.survey.result.Interval;
import vn.cchc.survey.result.Invited;
import vn.cchc.survey.result.Method;
import vn.cchc.survey.result.NumberSum;
import vn.cchc.survey.result.RespondentCount;
import vn.cchc.survey.result.Response;
import vn.cchc.survey.result.ResultView;
import vn.cchc.survey.result.Satisfaction;
import vn.cchc.survey.result.SuppressedStrata;
import vn.cchc.survey.result.SurveyCounts;
import vn.cchc.survey.result.SurveyDesign;
import vn.cchc.survey.result.TopicRespondentCount;
import vn.cchc.survey.result.Weighting;
import vn.cchc.survey.stratum.SampleSize;
import vn.cchc.survey.stratum.Strata;
import vn.cchc.survey.stratum.Stratum;
import vn.cchc.survey.stratum.StratumCodes;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

/** A campaign (đợt khảo sát): one collection window of a questionnaire. */
@Entity
public class Campaign implements Auditable, Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    @ManyToOne
    @JoinColumn(name = "questionnaire")
    Questionnaire questionnaire;
    String indicator;
    int year;
    String title;
    LocalDate opensOn;
    LocalDate closesOn;
    Integer plannedSample;
    @Enumerated(EnumType.STRING)
    CampaignState state;
    Instant createdAt;
    Instant openedAt;
    /** Set when the answers have been counted. Programs of earlier releases show no result before. */
    Instant closedAt;
    /** When the campaign was closed whose answers are being counted; null before and after. */
    Instant countingSince;
    /** Set by the job that removes the answers after their retention. */
    @Column(insertable = false, updatable = false)
    Instant answersRemovedAt;
    @Column(insertable = false, updatable = false)
    Instant textsRemovedAt;
    Instant publishedAt;
    String publishedBy;
    String method;
    Integer resultVersion;
    @Embedded
    Decision decision;
    Long invited;
    /** Null for a campaign that release 1.0.0 closed: all its respondents were invited. */
    Long invitedAnswers;
    @Version
    long version;
    /** Whether the campaign opens and closes by its days; in release 1.0.0 they were only planned. */
    boolean windowEnforced;
    BigDecimal marginOfError;
    @JdbcTypeCode(SqlTypes.JSON)
    List<Mode> modes;
    Integer minRespondents;
    Integer suppressBelow;
    /** Null before the answers have been counted, and if an earlier release counted them. */
    Integer countedSuppressBelow;
    @Enumerated(EnumType.STRING)
    Aggregation aggregation;
    @Enumerated(EnumType.STRING)
    Weighting weighting;
    @JdbcTypeCode(SqlTypes.JSON)
    IndexVariances indexVariances;
    /** SHA-256 of the frozen result; null for one that release 1.0.0 published. */
    String resultHash;

    /** One page of a list reads those of all its campaigns at once. */
    @ElementCollection
    @CollectionTable(name = "stratum", joinColumns = @JoinColumn(name = "campaign"))
    @OrderColumn(name = "position")
    @BatchSize(size = 256)
    List<Stratum> ownStrata = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "answer_count", joinColumns = @JoinColumn(name = "campaign"))
    Set<AnswerCount> answerCounts = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "respondent_count", joinColumns = @JoinColumn(name = "campaign"))
    Set<RespondentCount> respondentCounts = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "stratum_intake", joinColumns = @JoinColumn(name = "campaign"))
    Set<Response> responses = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "number_sum", joinColumns = @JoinColumn(name = "campaign"))
    Set<NumberSum> numberSums = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "topic_respondent_count", joinColumns = @JoinColumn(name = "campaign"))
    Set<TopicRespondentCount> topicCounts = new HashSet<>();

    protected Campaign() {
    }

    Campaign(NewCampaign request, Questionnaire questionnaire, Instant at) {
        this.state = CampaignState.DRAFT;
        this.createdAt = at;
        set(request, questionnaire);
    }

    private void set(NewCampaign request, Questionnaire of) {
        this.questionnaire = of;
        this.indicator = of.indicator().map(IndicatorCode::value).orElse(null);
        this.year = request.year();
        this.title = request.title();
        this.opensOn = request.opensOn();
        this.closesOn = request.closesOn();
        this.windowEnforced = true;
        this.plannedSample = request.plannedSample();
        this.marginOfError = request.marginOfError();
        this.modes = request.modes();
        this.minRespondents = request.minRespondents();
        this.suppressBelow = request.suppressBelow();
        this.aggregation = request.aggregation();
        this.weighting = request.weighting();
        // A list of its own, so that all rows are written again: in place, two strata could not exchange their codes.
        this.ownStrata = new ArrayList<>(request.ownStrata());
    }

    public UUID id() {
        return id;
    }

    /** Empty for internal use: the result counts for no indicator. */
    Optional<IndicatorCode> indicator() {
        return Optional.ofNullable(indicator).map(IndicatorCode::new);
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    public CampaignState state() {
        return state;
    }

    public String title() {
        return title;
    }

    /** Increased by every change, the opening among them. */
    public long version() {
        return version;
    }

    /** The number that was given, or else the sum of those of the strata; null if a stratum has none. */
    public Long plannedSample() {
        if (plannedSample != null) {
            return plannedSample.longValue();
        }
        boolean known = !ownStrata.isEmpty() && ownStrata.stream().allMatch(stratum -> stratum.population() != null);
        return known ? ownStrata.stream().mapToLong(stratum -> SampleSize.of(stratum.population(), marginOfError)).sum() : null;
    }

    public BigDecimal marginOfError() {
        return marginOfError;
    }

    /** The strata: its own, or else one for each group of the questionnaire. */
    public List<Stratum> strata() {
        return Strata.of(ownStrata, questionnaire);
    }

    public StratumCodes stratumCodes() {
        return StratumCodes.of(ownStrata, questionnaire);
    }

    /**
     * The least number of respondents of a figure that is shown (k). It stays as it was when the answers were counted:
     * groups and variances rest on it, and by two results with different k a reader could compute what each of them
     * hides.
     *
     * @param atLeast the same by the settings
     */
    public int suppressBelow(int atLeast) {
        if (countedSuppressBelow != null) {
            return countedSuppressBelow;
        }
        if (indexVariances != null) {
            return indexVariances.suppressBelow();
        }
        return suppressBelow == null ? atLeast : Math.max(suppressBelow, atLeast);
    }

    /** @param atLeast the least number of respondents of a figure that is shown, by the settings */
    int minRespondents(int atLeast) {
        return minRespondents == null ? suppressBelow(atLeast) : Math.max(minRespondents, suppressBelow(atLeast));
    }

    void requireDraft() {
        requireState(CampaignState.DRAFT);
    }

    void edit(NewCampaign request, Questionnaire latest) {
        requireDraft();
        set(request, latest);
    }

    /** Only a draft without invitations is deleted. */
    void requireUnused(boolean invited) {
        requireState(CampaignState.DRAFT);
        if (invited) {
            throw new ProblemException(SurveyProblem.CAMPAIGN_IN_USE);
        }
    }

    public void requireMode(Mode mode) {
        if (!modes.contains(mode)) {
            throw new ProblemException(SurveyProblem.MODE_NOT_ALLOWED, mode.ordinal());
        }
    }

    boolean isDueToOpen(LocalDate today) {
        return windowEnforced && state == CampaignState.DRAFT && opensOn != null && !opensOn.isAfter(today) && !isOver(today);
    }

    boolean isDueToClose(LocalDate today) {
        return state == CampaignState.OPEN && isOver(today);
    }

    private boolean isOver(LocalDate today) {
        return windowEnforced && closesOn != null && closesOn.isBefore(today);
    }

    /** The last day on which answers are accepted; null if it is closed by hand only. */
    public LocalDate lastDay() {
        return windowEnforced ? closesOn : null;
    }

    /** The state by the day: a campaign whose last day is over is closed before its answers are counted. */
    public CampaignState stateOn(LocalDate today) {
        return isDueToClose(today) ? CampaignState.CLOSED : state;
    }

    void open(LocalDate today, Instant at) {
        requireState(CampaignState.DRAFT);
        if (isOver(today)) {
            throw new ProblemException(SurveyProblem.CAMPAIGN_WINDOW_OVER);
        }
        state = CampaignState.OPEN;
        openedAt = at;
    }

    void requireOpen() {
        requireState(CampaignState.OPEN);
    }

    /** Ends the collection of answers. They are counted next, at once or in the background. */
    void close(Instant at) {
        requireOpen();
        state = CampaignState.CLOSED;
        countingSince = at;
    }

    void complete(CountedAnswers counted) {
        if (!isCounting()) {
            throw new IllegalStateException("the answers are not being counted");
        }
        closedAt = countingSince;
        countingSince = null;
        countedSuppressBelow = counted.suppressBelow();
        indexVariances = counted.variances().orElse(null);
        invited = counted.invited().invitations();
        invitedAnswers = counted.invited().answered();
    }

    /** Whether the campaign is closed, and its answers are still being counted. */
    boolean isCounting() {
        return countingSince != null;
    }

    /** When no more answers were accepted. */
    Instant closedAt() {
        return isCounting() ? countingSince : closedAt;
    }

    /**
     * Publishes the result for the indicator and the year, and freezes it.
     *
     * @param settings the least number of respondents of a figure that is shown, by the settings
     */
    Publication publish(ResultSeries series, Optional<Decision> decision, int settings, String by, Instant at) {
        requireState(CampaignState.CLOSED);
        CampaignResult result = result(settings);
        if (result.isBelow(minRespondents(settings))) {
            throw new ProblemException(SurveyProblem.TOO_FEW_RESPONDENTS, minRespondents(settings));
        }
        this.resultVersion = series.nextVersion(decision);
        this.decision = decision.orElse(null);
        this.method = method().name();
        this.state = CampaignState.PUBLISHED;
        this.publishedAt = at;
        this.publishedBy = by;
        FrozenResult frozen = FrozenResult.of(id, year, resultVersion, ResultView.of(result));
        this.resultHash = frozen.hash();
        return new Publication(frozen, indicator().map(published -> toEvent(series.plan(), result)));
    }

    private SurveyResultPublished toEvent(PlanCode plan, CampaignResult result) {
        Satisfaction index = result.satisfaction();
        Optional<Interval> interval = Optional.ofNullable(result.interval());
        return new SurveyResultPublished(indicator, plan == null ? null : plan.value(), year, index.satisfied(),
                index.answers(), result.respondents().respondents(), interval.map(Interval::lower).orElse(null),
                interval.map(Interval::upper).orElse(null), method, CampaignResult.METHOD_VERSION, result.intervalMethod(),
                resultVersion, decision == null ? null : decision.toEvent(), id, questionnaire.code(), questionnaire.version(),
                publishedBy, publishedAt, result.unroundedPercent().orElse(null), resultHash);
    }

    Method method() {
        return new Method(aggregation, weighting);
    }

    /** @param settings the least number of respondents of a figure that is shown, by the settings */
    SurveyDesign design(int settings) {
        return new SurveyDesign(questionnaire, strata(), !ownStrata.isEmpty(), method(), suppressBelow(settings));
    }

    private SurveyCounts counts() {
        return new SurveyCounts(answerCounts, respondentCounts, numberSums, topicCounts);
    }

    /** While answers are collected. */
    CampaignResult interimResult(int settings) {
        return CampaignResult.interim(design(settings), counts());
    }

    /** @param settings the least number of respondents of a figure that is shown, by the settings */
    public CampaignResult result(int settings) {
        requireCounted();
        return new CampaignResult(design(settings), counts(), invited(), responses, Optional.ofNullable(indexVariances));
    }

    /** The respondents that gave a level, by stratum, the empty one for those without; known when they have been counted. */
    public Map<String, Long> ratingByStratum() {
        return closedAt == null ? Map.of()
                : respondentCounts.stream().collect(Collectors.toMap(RespondentCount::groupCode, RespondentCount::rating));
    }

    /**
     * The codes of the strata that the result hides, and the progress with it.
     *
     * @param settings the least number of respondents of a figure that is shown, by the settings
     */
    Set<String> hiddenStrata(int settings) {
        requireCounted();
        return SuppressedStrata.codes(strata(), ratingByStratum(), responses, suppressBelow(settings));
    }

    private Invited invited() {
        long answered = invitedAnswers == null
                ? respondentCounts.stream().mapToLong(RespondentCount::respondents).sum()
                : invitedAnswers;
        return new Invited(invited, answered);
    }

    public void requireAcceptsAnswers(LocalDate today) {
        requireState(today, CampaignState.OPEN);
    }

    /** The single answers: those of a closed campaign, until the end of their retention. */
    public void requireAnswers() {
        requireStored(answersRemovedAt);
    }

    /** What respondents wrote: the same. */
    public void requireTexts() {
        requireStored(textsRemovedAt);
    }

    private void requireStored(Instant removedAt) {
        requireCounted();
        if (removedAt != null) {
            throw new ProblemException(SurveyProblem.ANSWERS_REMOVED);
        }
    }

    private void requireCounted() {
        if (isCounting()) {
            throw new ProblemException(SurveyProblem.ANSWERS_BEING_COUNTED);
        }
        if (closedAt == null) {
            throw new ProblemException(SurveyProblem.RESULT_NOT_AVAILABLE);
        }
    }

    /** No invitations are issued after the closing, because the response rate is final. */
    public void requireAcceptsInvitations(LocalDate today) {
        requireState(today, CampaignState.DRAFT, CampaignState.OPEN);
    }

    private void requireState(LocalDate today, CampaignState... states) {
        if (!List.of(states).contains(stateOn(today))) {
            throw new ProblemException(SurveyProblem.WRONG_CAMPAIGN_STATE, stateOn(today).ordinal());
        }
    }

    private void requireState(CampaignState... states) {
        if (!List.of(states).contains(state)) {
            throw new ProblemException(SurveyProblem.WRONG_CAMPAIGN_STATE, state.ordinal());
        }
    }

    @Override
    public String auditType() {
        return "campaign";
    }

    @Override
    public String auditId() {
        return id.toString();
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), auditId(), version);
    }

    @Override
    public Object auditSnapshot() {
        return CampaignAuditSnapshotV3.of(this);
    }
}
