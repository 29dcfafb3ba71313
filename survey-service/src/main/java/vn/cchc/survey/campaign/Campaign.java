package vn.cchc.survey.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.hibernate.annotations.UuidGenerator;

import vn.cchc.audit.Auditable;
import vn.cchc.events.SurveyResultPublished;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.result.AnswerCount;
import vn.cchc.survey.result.CampaignResult;
import vn.cchc.survey.result.Interval;
import vn.cchc.survey.result.RespondentCount;
import vn.cchc.survey.result.Satisfaction;

/** One collection window of a questionnaire (đợt khảo sát). */
@Entity
public class Campaign implements Auditable {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    @ManyToOne
    @JoinColumn(name = "questionnaire")
    Questionnaire questionnaire;
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
    Long invited;
    @Version
    long version;

    @ElementCollection
    @CollectionTable(name = "answer_count", joinColumns = @JoinColumn(name = "campaign"))
    Set<AnswerCount> tallies = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "respondent_count", joinColumns = @JoinColumn(name = "campaign"))
    Set<RespondentCount> turnouts = new HashSet<>();

    protected Campaign() {
    }

    Campaign(NewCampaign wanted, Questionnaire questionnaire, Instant at) {
        this.questionnaire = questionnaire;
        this.year = wanted.year();
        this.title = wanted.title();
        this.opensOn = wanted.opensOn();
        this.closesOn = wanted.closesOn();
        this.plannedSample = wanted.plannedSample();
        this.state = CampaignState.DRAFT;
        this.createdAt = at;
    }

    public UUID id() {
        return id;
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    public CampaignState state() {
        return state;
    }

    public Integer plannedSample() {
        return plannedSample;
    }

    void open(Instant at) {
        mustBe(CampaignState.DRAFT);
        state = CampaignState.OPEN;
        openedAt = at;
    }

    void close(long invited, Instant at) {
        mustBe(CampaignState.OPEN);
        state = CampaignState.CLOSED;
        closedAt = at;
        this.invited = invited;
    }

    /** Makes the result count for the indicator and the year, and tells what others are to know of it. */
    SurveyResultPublished publish(String by, Instant at) {
        mustBe(CampaignState.CLOSED);
        CampaignResult result = result();
        Satisfaction found = result.satisfaction();
        if (found.answers() == 0) {
            throw new ProblemException(SurveyProblem.NOTHING_TO_PUBLISH);
        }
        state = CampaignState.PUBLISHED;
        publishedAt = at;
        publishedBy = by;
        Interval interval = Interval.wilson(found.rate());
        return new SurveyResultPublished(questionnaire.indicator(), null, year, found.satisfied(), found.answers(),
                result.respondents(), interval.lower(), interval.upper(), CampaignResult.METHOD, CampaignResult.METHOD_VERSION,
                "WILSON", 1, null,
                id, questionnaire.code(), questionnaire.version(), by, at);
    }

    public CampaignResult result() {
        if (closedAt == null) {
            throw new ProblemException(SurveyProblem.NO_RESULT_YET, state);
        }
        return new CampaignResult(questionnaire, tallies, turnouts, invited);
    }

    public void mustTakeAnswers() {
        mustBe(CampaignState.OPEN);
    }

    /** People are invited before and while answers are taken; afterwards the response rate stands. */
    public void mustTakeInvitations() {
        mustBe(CampaignState.DRAFT, CampaignState.OPEN);
    }

    private void mustBe(CampaignState... expected) {
        List<CampaignState> fit = List.of(expected);
        if (!fit.contains(state)) {
            throw new ProblemException(SurveyProblem.WRONG_CAMPAIGN_STATE, state,
                    fit.stream().map(CampaignState::name).collect(Collectors.joining(" / ")));
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
    public Object auditSnapshot() {
        return CampaignView.of(this, Optional.empty());
    }
}
