package vn.cchc.survey.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.values.IndicatorCode;

/** One version of a questionnaire (phiếu khảo sát). Immutable: a change creates the next version. */
@Entity
@Immutable
public class Questionnaire implements Auditable, Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    String code;
    int version;
    String indicator;
    String title;
    String titleEn;
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> sources;
    @JdbcTypeCode(SqlTypes.JSON)
    List<Topic> topics;
    @JdbcTypeCode(SqlTypes.JSON)
    List<Question> questions;
    @JdbcTypeCode(SqlTypes.JSON)
    List<RespondentGroup> groups;

    protected Questionnaire() {
    }

    public Questionnaire(NewQuestionnaire request, int version) {
        this.code = request.code();
        this.version = version;
        this.indicator = request.indicator().value();
        this.title = request.title();
        this.titleEn = request.titleEn();
        this.sources = request.sources();
        this.topics = request.topics();
        this.questions = request.questions();
        this.groups = request.groups();
    }

    /** Code and indicator stay the same, so that the results of all versions form one series. */
    Questionnaire next(NewQuestionnaire request, Set<IndicatorCode> surveyIndicators) {
        ViolationCollector violations = new QuestionnaireCheck(request, surveyIndicators).violations();
        violations.require(code.equals(request.code()), "/code", SurveyProblem.CODE_MISMATCH, code);
        violations.require(indicator().equals(request.indicator()), "/indicator", SurveyProblem.INDICATOR_MISMATCH, indicator);
        violations.throwIfAny();
        return new Questionnaire(request, version + 1);
    }

    public String title() {
        return title;
    }

    public String titleEn() {
        return titleEn;
    }

    public String code() {
        return code;
    }

    public int version() {
        return version;
    }

    public IndicatorCode indicator() {
        return new IndicatorCode(indicator);
    }

    public List<Topic> topics() {
        return topics;
    }

    public List<Question> questions() {
        return questions;
    }

    public List<RespondentGroup> groups() {
        return groups;
    }

    public Optional<Question> question(String code) {
        return questions.stream().filter(question -> question.code().equals(code)).findFirst();
    }

    public List<Question> questions(Scale scale) {
        return questions.stream().filter(question -> question.scale() == scale).toList();
    }

    public boolean hasGroup(String code) {
        return groups.stream().anyMatch(group -> group.code().equals(code));
    }

    @Override
    public String auditType() {
        return "questionnaire";
    }

    @Override
    public String auditId() {
        return code;
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), auditId(), version);
    }

    @Override
    public Object auditSnapshot() {
        return QuestionnaireAuditSnapshotV1.of(this);
    }
}
