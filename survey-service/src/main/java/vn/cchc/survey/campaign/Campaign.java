package vn.cchc.survey.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.hibernate.annotations.UuidGenerator;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.result.AnswerCount;
import vn.cchc.survey.result.CampaignResult;
import vn.cchc.survey.result.Interval;
import vn.cchc.survey.result.Invited;
import vn.cchc.survey.result.NumberSum;
import vn.cchc.survey.result.RespondentCount;
import vn.cchc.survey.result.Satisfaction;
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
    Instant closedAt;
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

    @ElementCollection
    @CollectionTable(name = "answer_count", joinColumns = @JoinColumn(name = "campaign"))
    Set<AnswerCount> answerCounts = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "respondent_count", joinColumns = @JoinColumn(name = "campaign"))
    Set<RespondentCount> respondentCounts = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "number_sum", joinColumns = @JoinColumn(name = "campaign"))
    Set<NumberSum> numberSums = new HashSet<>();

    protected Campaign() {
    }

    Campaign(NewCampaign request, Questionnaire questionnaire, Instant at) {
        this.questionnaire = questionnaire;
        this.indicator = questionnaire.indicator().map(IndicatorCode::value).orElse(null);
        this.year = request.year();
        this.title = request.title();
        this.opensOn = request.opensOn();
        this.closesOn = request.closesOn();
        this.plannedSample = request.plannedSample();
        this.state = CampaignState.DRAFT;
        this.createdAt = at;
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

    public Integer plannedSample() {
        return plannedSample;
    }

    void open(Instant at) {
        requireState(CampaignState.DRAFT);
        state = CampaignState.OPEN;
        openedAt = at;
    }

    void close(Invited invited, Instant at) {
        requireState(CampaignState.OPEN);
        state = CampaignState.CLOSED;
        closedAt = at;
        this.invited = invited.invitations();
        this.invitedAnswers = invited.answered();
    }

    /**
     * Publishes the result for the indicator and the year.
     *
     * @return empty for internal use, where no indicator takes the result
     */
    Optional<SurveyResultPublished> publish(ResultSeries series, Optional<Decision> decision, int minRespondents, String by,
            Instant at) {
        requireState(CampaignState.CLOSED);
        if (result().isSuppressed(minRespondents)) {
            throw new ProblemException(SurveyProblem.TOO_FEW_RESPONDENTS, minRespondents);
        }
        this.resultVersion = series.nextVersion(decision);
        this.decision = decision.orElse(null);
        this.method = CampaignResult.METHOD;
        this.state = CampaignState.PUBLISHED;
        this.publishedAt = at;
        this.publishedBy = by;
        return indicator().map(published -> toEvent(series.plan(), result()));
    }

    private SurveyResultPublished toEvent(PlanCode plan, CampaignResult result) {
        Satisfaction index = result.satisfaction();
        Interval interval = result.interval();
        return new SurveyResultPublished(indicator, plan == null ? null : plan.value(), year, index.satisfied(),
                index.answers(),
                result.respondents().respondents(), interval.lower(), interval.upper(), method, CampaignResult.METHOD_VERSION,
                Interval.METHOD, resultVersion, decision == null ? null : decision.toEvent(), id, questionnaire.code(),
                questionnaire.version(), publishedBy, publishedAt);
    }

    /** While answers are collected. */
    CampaignResult interimResult() {
        return CampaignResult.interim(questionnaire, answerCounts, respondentCounts, numberSums);
    }

    public CampaignResult result() {
        if (closedAt == null) {
            throw new ProblemException(SurveyProblem.RESULT_NOT_AVAILABLE);
        }
        return new CampaignResult(questionnaire, answerCounts, respondentCounts, numberSums, invited());
    }

    private Invited invited() {
        long answered = invitedAnswers == null
                ? respondentCounts.stream().mapToLong(RespondentCount::respondents).sum()
                : invitedAnswers;
        return new Invited(invited, answered);
    }

    public void requireAcceptsAnswers() {
        requireState(CampaignState.OPEN);
    }

    /** No invitations are issued after the closing, because the response rate is final. */
    public void requireAcceptsInvitations() {
        requireState(CampaignState.DRAFT, CampaignState.OPEN);
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
        return CampaignAuditSnapshotV1.of(this);
    }
}
