package vn.cchc.survey.questionnaire;

import java.util.List;
import java.util.Map;
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
    String titleKm;
    @JdbcTypeCode(SqlTypes.JSON)
    List<Section> sections;

    protected Questionnaire() {
    }

    public Questionnaire(NewQuestionnaire request, int version) {
        this.code = request.code();
        this.version = version;
        this.indicator = request.indicator() == null ? null : request.indicator().value();
        this.title = request.title();
        this.titleEn = request.titleEn();
        this.sources = request.sources();
        this.topics = request.topics();
        this.questions = request.questions();
        this.groups = request.groups();
        this.titleKm = request.titleKm();
        this.sections = request.sections();
    }

    /** Code and indicator stay the same, so that the results of all versions form one series. */
    Questionnaire next(NewQuestionnaire request, Set<IndicatorCode> surveyIndicators) {
        ViolationCollector violations = new QuestionnaireCheck(request, surveyIndicators).violations();
        violations.require(code.equals(request.code()), "/code", SurveyProblem.CODE_MISMATCH, code);
        violations.require(indicator().equals(Optional.ofNullable(request.indicator())), "/indicator",
                SurveyProblem.INDICATOR_MISMATCH, indicator == null ? "–" : indicator);
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

    /** Empty for internal use: the result counts for no indicator. */
    public Optional<IndicatorCode> indicator() {
        return Optional.ofNullable(indicator).map(IndicatorCode::new);
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

    /** The questions of a topic with the scale LEVEL. */
    public List<Question> levelsOf(String topic) {
        return questions(Scale.LEVEL).stream().filter(question -> topic.equals(question.topic())).toList();
    }

    public List<Section> sections() {
        return sections;
    }

    public Optional<Section> section(Question question) {
        return sections.stream().filter(section -> section.code().equals(question.section())).findFirst();
    }

    /** Whether the question is asked of a respondent with these answers to the questions before it. */
    public boolean asks(Question question, Map<String, Integer> answers) {
        if (question.condition() != null && !question.condition().holds(answers)) {
            return false;
        }
        if (question.section() == null) {
            return true;
        }
        return section(question).map(Section::condition).map(condition -> condition.holds(answers)).orElse(true);
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
        return QuestionnaireAuditSnapshotV2.of(this);
    }
}
